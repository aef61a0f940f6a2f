import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { HandOver } from '../../../kernel/hand-over.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, cleanText, Email, Id, Instant, Line } from '../../../kernel/schema.ts'
import { finishDraft, latestForm, type TakenAnswers, takeAnswers } from '../../forms/index.ts'
import { isColleague, namesOfPersons, textIn } from '../../identity/index.ts'
import { checkForm } from '../form-token.ts'
import { openRequest } from '../open-request.ts'
import { beginTypeProcess } from '../process/begin-type.ts'
import { isOfferedTo, TypeKey } from '../request-type.ts'
import { referenceOf } from '../rules.ts'
import { findByFormKey, type Request } from '../store/requests.ts'
import { findKnownType, type KeptType } from '../store/types.ts'
import { ownerOf, trackingOf } from '../views.ts'
import { findHandOver, HandOverFrom } from '../writing/hand-over.ts'

const Read = z.object({ title: Line(200), path: z.string().regex(/^\/[^\s]{0,300}$/) })

/** Told together with everything else that there is to mend; not of what is no input at all. */
const REQUIRED = { error: 'refusal.required', when: ({ value }: { value: unknown }) => value instanceof Object }
const isFilled = (input: { draft?: unknown; answers?: unknown }) => Boolean(input.draft ?? input.answers)

const Input = z
  .object({
    type: TypeKey.default('message').describe('Kind, from `requests.listKinds`'),
    subject: z
      .string()
      .max(200)
      .transform(cleanLine)
      .default('')
      .describe('May be empty where a form says what it is about'),
    message: z.string().max(20_000).transform(cleanText).default(''),
    name: Line(100).optional().describe('Of somebody who is not signed in'),
    email: Email.optional().describe(
      'Where an answer goes when nobody is signed in; without it the link is the only way back',
    ),
    files: z.array(Id).max(10).default([]).describe('Ids of files uploaded before'),
    draft: z.string().max(60).optional().describe('Address of a filled-in form, of kinds that have one'),
    answers: z
      .record(z.string().max(40), z.unknown())
      .optional()
      .describe('The answers themselves, instead of a draft'),
    beneficiary: Id.optional().describe('A colleague for whom it is'),
    requester: Id.optional().describe('At the desk only: in whose name it is written'),
    question: z.string().trim().max(500).optional().describe('What was asked before writing'),
    tried: z.array(Line(500)).max(10).default([]).describe('What was searched for before writing, in own words'),
    read: z.array(Read).max(20).default([]).describe('What was read before writing'),
    from: HandOverFrom.optional(),
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
  .refine((input) => isFilled(input) || Boolean(input.subject), { path: ['subject'], ...REQUIRED })
  .refine((input) => isFilled(input) || Boolean(input.message), { path: ['message'], ...REQUIRED })
type Input = z.output<typeof Input>

/** Somebody writes: the beginning of every case. */
export const write = defineOperation({
  name: 'requests.write',
  summary: 'Write a message to the people of this portal; gives a reference and a link to follow it',
  kind: 'command',
  http: { method: 'POST', path: '/requests' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 3600, visitors: 200 },
  rateLimitOn: { limit: 10, seconds: 3600, of: ({ email }) => email },
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
    // The same form a second time (a double click, or the answer got lost on its way) is the same request.
    const before = formKey && input.draft ? await findByFormKey(ctx.db, formKey) : undefined
    if (before) return answerOf(ctx, before)
    const type = await findKnownType(ctx, input.type)
    if (!type || !isOfferedTo(type, ctx.actor)) throw refuse.field('type', 'requests.write.notOffered')
    const requesterId = await requesterOf(ctx, input)
    const id = newId()
    const taken = await answersOf(ctx, type, input, id)
    const subject = input.subject || (taken ? textIn(type.names, ctx.lang, type.key) : '')
    if (!subject) throw refuse.field('subject', 'refusal.required')
    const { request, isNew } = await openRequest(
      ctx,
      {
        id,
        type: type.key,
        subject,
        ...(input.message || input.files.length > 0 ? { message: input.message } : {}),
        fileIds: input.files,
        attachedFileIds: taken?.files ?? [],
        requesterId,
        beneficiaryId: input.beneficiary && input.beneficiary !== requesterId ? input.beneficiary : null,
        organisationKey: ctx.actor.facts.organisation.length === 1 ? ctx.actor.facts.organisation[0] : null,
        contactName: requesterId ? null : (input.name ?? null),
        contactEmail: requesterId ? null : (input.email ?? null),
        authorName: ctx.actor.name ?? input.name ?? null,
        handedOver: await handedOver(ctx, input),
        form: taken ? { id: taken.formId, version: taken.version } : null,
        answers: taken?.answers ?? {},
        formKey,
      },
      type,
    )
    if (isNew && type.hasProcess) await beginTypeProcess(ctx, request)
    return answerOf(ctx, request)
  },
})

/** In whose name it is written: one's own, or at the desk somebody else's. Checks also for whom it is. */
async function requesterOf(ctx: Ctx, { requester, beneficiary }: Input): Promise<string | null> {
  const isDesk = may(ctx.actor, 'requests.work')
  if (requester && !isDesk) throw refuse.field('requester', 'requests.write.notInTheirName')
  if (beneficiary && beneficiary !== ctx.actor.personId && !isDesk && !(await isColleague(ctx, beneficiary)))
    throw refuse.field('beneficiary', 'requests.write.noColleague')
  const named = [requester, beneficiary].filter((id) => id !== undefined && id !== ctx.actor.personId) as string[]
  const known = await namesOfPersons(ctx, named)
  for (const [field, id] of Object.entries({ requester, beneficiary }))
    if (id && named.includes(id) && !known.has(id)) throw refuse.field(field, 'refusal.choice')
  return requester ?? ctx.actor.personId
}

/** What was filled in, of kinds that have a form; their files belong to the request from then on. */
async function answersOf(ctx: Ctx, type: KeptType, input: Input, id: string): Promise<TakenAnswers | null> {
  if (type.formKey === null) return null
  if (input.draft) return finishDraft(ctx, input.draft, ownerOf(id))
  const form = await latestForm(ctx, type.formKey)
  // A form that was taken back since asks nothing.
  if (!form) return null
  if (!input.answers) throw refuse.conflict('requests.form_needed', 'requests.write.formNeeded')
  return takeAnswers(ctx, { formId: form.id, version: form.version, answers: input.answers, owner: ownerOf(id) })
}

async function handedOver(
  ctx: Ctx,
  { question, tried, read, from }: Input,
): Promise<Partial<HandOver> & { searched?: string[] }> {
  const came = from ? await findHandOver(ctx, from) : null
  const asked = question || (came && !came.guide ? came.question : '')
  const paths = new Map([...read, ...(came?.read ?? [])].map((one) => [one.path, one]))
  if (came?.guide) paths.delete(came.guide.path)
  return {
    ...(asked ? { question: asked } : {}),
    ...(tried.length > 0 ? { searched: tried } : {}),
    ...(came ? { steps: came.steps } : {}),
    ...(came?.guide ? { guide: came.guide } : {}),
    read: [...paths.values()].slice(0, 20),
  }
}

function answerOf(ctx: Ctx, request: Request) {
  return { reference: referenceOf(request.number), ...trackingOf(ctx, request), promisedAt: request.promised_at }
}
