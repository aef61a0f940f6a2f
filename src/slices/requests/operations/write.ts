import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Email, Id, Instant, Line, Text } from '../../../kernel/schema.ts'
import { promiseOfNow } from '../counter.ts'
import { readFormToken, referenceOf } from '../rules.ts'
import { insertEntry } from '../store/entries.ts'
import { getByFormKey, insertRequest, type Request } from '../store/requests.ts'
import { ownerOf, trackingOf } from '../views.ts'

const Read = z.object({ title: Line(200), path: z.string().regex(/^\/[^\s]{0,300}$/) })

const Input = z.object({
  subject: Line(200),
  message: Text(20_000),
  name: Line(100).optional().describe('Of somebody who is not signed in'),
  email: Email.optional().describe(
    'Where an answer goes when nobody is signed in; without it the link is the only way back',
  ),
  files: z.array(Id).max(10).default([]).describe('Ids of files uploaded before'),
  question: z.string().trim().max(500).optional().describe('What was asked before writing'),
  read: z.array(Read).max(20).default([]).describe('What was read before writing'),
  formToken: z
    .string()
    .max(200)
    .optional()
    .describe('From `requests.openForm`; needed on the web when nobody is signed in'),
  website: z
    .string()
    .max(0, { error: 'requests.write.leaveEmpty' })
    .optional()
    .describe('Stays empty; programs fill it'),
})

/** Somebody writes: the beginning of every case. */
export const write = defineOperation({
  name: 'requests.write',
  summary: 'Write a message to the people of this portal; gives a reference and a link to follow it',
  kind: 'command',
  http: { method: 'POST', path: '/requests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 3600 },
  input: Input,
  output: z.object({
    reference: z.string(),
    link: z.string().describe('Secret; whoever has it may read, answer and withdraw the request'),
    code: z.string().describe('Secret; together with the reference as good as the link'),
    promisedAt: Instant.nullable(),
  }),
  examples: [
    {
      title: 'A message without an account',
      input: {
        subject: 'Street lamp is dark',
        message: 'The lamp at Färbersteg 3 has been dark for three days.',
        email: 'ann@example.org',
      },
    },
  ],
  async handle(ctx, input) {
    const formKey = checkForm(ctx, input.formToken)
    const request = await insertRequest(ctx.db, {
      subject: input.subject,
      requesterId: ctx.actor.personId,
      contactName: ctx.actor.personId ? null : (input.name ?? null),
      contactEmail: ctx.actor.personId ? null : (input.email ?? null),
      portal: ctx.actor.portal,
      lang: ctx.lang,
      channel: ctx.actor.channel,
      handedOver: { ...(input.question ? { question: input.question } : {}), read: input.read },
      promisedAt: await promiseOfNow(ctx),
      formKey,
      now: ctx.now(),
    })
    // The same form a second time: a double click, or the answer got lost on its way. It is one request.
    if (!request) return answerOf(ctx, await getByFormKey(ctx.db, formKey as string))
    await ctx.files.claim(input.files, ownerOf(request.id))
    const entryId = await insertEntry(ctx, request.id, {
      kind: 'message',
      side: 'requester',
      authorName: ctx.actor.name ?? input.name ?? null,
      body: input.message,
      fileIds: input.files,
    })
    ctx.emit({ type: 'request.written', subject: { kind: 'request', id: request.id }, payload: { entry: entryId } })
    return answerOf(ctx, request)
  },
})

/** The form's key, or null for calls that come without a form. */
function checkForm(ctx: Ctx, token: string | undefined): string | null {
  const isNeeded = ctx.actor.channel === 'web' && ctx.actor.personId === null
  if (token === undefined && !isNeeded) return null
  const form = readFormToken(token ?? '', ctx.installation.secret, ctx.now())
  if (typeof form === 'object') return form.key
  if (form === 'too_quick') throw refuse.conflict('requests.too_quick', 'requests.write.tooQuick')
  throw refuse.conflict('requests.form_expired', 'requests.write.formExpired')
}

function answerOf(ctx: Ctx, request: Request) {
  return { reference: referenceOf(request.number), ...trackingOf(ctx, request), promisedAt: request.promised_at }
}
