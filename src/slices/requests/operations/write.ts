import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Email, Id, Instant, Line, Text } from '../../../kernel/schema.ts'
import { openRequest } from '../open-request.ts'
import { readFormToken, referenceOf } from '../rules.ts'
import type { Request } from '../store/requests.ts'
import { trackingOf } from '../views.ts'

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
    const isKnown = ctx.actor.personId !== null
    // The same form a second time (a double click, or the answer got lost on its way) is the same request.
    const { request } = await openRequest(ctx, {
      type: 'message',
      subject: input.subject,
      message: input.message,
      fileIds: input.files,
      contactName: isKnown ? null : (input.name ?? null),
      contactEmail: isKnown ? null : (input.email ?? null),
      authorName: ctx.actor.name ?? input.name ?? null,
      handedOver: { ...(input.question ? { question: input.question } : {}), read: input.read },
      formKey,
    })
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
