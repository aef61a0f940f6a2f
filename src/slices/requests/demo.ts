import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import { namesOfPersons, personIdsByKey } from '../identity/index.ts'
import { deskDemo } from './desk/demo.ts'
import { keepCalendars } from './holidays.ts'
import { type Counter, organisationHours, regionsOf } from './hours.ts'
import { move } from './move.ts'
import { openRequest } from './open-request.ts'
import { processDemo } from './process/demo.ts'
import { keepRating } from './ratings/store/ratings.ts'
import { type State, stateAfterReply } from './rules.ts'
import { insertEntry } from './store/entries.ts'
import { type Request, updateRequest } from './store/requests.ts'
import { insertShare } from './store/shares.ts'
import { loadTypes } from './types/demo-types.ts'

interface DemoHours extends Omit<Counter, 'week' | 'email'> {
  week: Record<string, string[]>
}

/** Hours, or days and local time of day: `2 18:42`. */
type Ago = number | string

/** So many days after now, at a local time. */
interface DemoPromise {
  in: number
  at: string
  reason: string
}

/** A request of the demonstration, with what happened so far. */
export interface DemoRequest {
  portal: string
  lang: Lang
  from: string | { name: string; email: string }
  ago: Ago
  type?: string
  /** Keys of people who read along. */
  share?: string[]
  subject: string
  message: string
  question?: string
  read?: { title: string; article: string }[]
  then?: {
    ago: Ago
    by?: string
    take?: boolean
    note?: string
    answer?: string
    reply?: string
    state?: State
    promise?: DemoPromise
    rating?: { score: number; comment?: string }
  }[]
}

interface People {
  ids: Map<string, string>
  names: Map<string, string>
}

/** Loads business hours and requests of the demonstration, with what happened so far. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  const hours = parse(await readFile(join(folder, 'business-hours.yaml'), 'utf8')) as Record<string, DemoHours>
  const counters = Object.fromEntries(Object.entries(hours).map(([portal, one]) => [portal, counterOf(one)]))
  await ctx.settings.set(organisationHours, counters)
  await keepCalendars(ctx, regionsOf(counters))
  await loadTypes(ctx, folder)
  const requests = parse(await readFile(join(folder, 'requests.yaml'), 'utf8')) as DemoRequest[]
  const { people } = await loadRequests(ctx, requests)
  await processDemo(ctx, folder, (ago, personId, names) => ctxAt(ctx, ago, personId, { ids: people.ids, names }))
  await deskDemo(ctx, folder, async (list) => (await loadRequests(ctx, list)).made)
}

/** Loads requests, the oldest last. Gives the id of each, and who has a part in them. */
async function loadRequests(ctx: Ctx, requests: readonly DemoRequest[]) {
  const people = await peopleOf(ctx, requests)
  const made = new Map<DemoRequest, string>()
  for (const request of [...requests].sort((a, b) => momentOf(ctx, a.ago) - momentOf(ctx, b.ago)))
    made.set(request, await load(ctx, request, people))
  return { people, made }
}

function counterOf({ week, ...rest }: DemoHours): Counter {
  const spans = Object.entries(week).map(([day, list]) => [day, list.map(spanOf)])
  return { ...rest, email: '', week: Object.fromEntries(spans) as Counter['week'] }
}

function spanOf(text: string): { from: string; to: string } {
  const [from = '', to = ''] = text.split('-')
  return { from, to }
}

async function peopleOf(ctx: Ctx, requests: readonly DemoRequest[]): Promise<People> {
  const keys = requests.flatMap(({ from, then = [], share = [] }) => [
    typeof from === 'string' ? from : '',
    ...then.map((one) => one.by ?? ''),
    ...share,
  ])
  const ids = await personIdsByKey(ctx, [...new Set(keys.filter(Boolean))])
  return { ids, names: await namesOfPersons(ctx, [...ids.values()]) }
}

async function load(ctx: Ctx, request: DemoRequest, people: People): Promise<string> {
  const requesterId = typeof request.from === 'string' ? (people.ids.get(request.from) ?? null) : null
  const contact = typeof request.from === 'string' ? null : request.from
  const then = ctxAt(ctx, request.ago, requesterId, people)
  const { request: made } = await openRequest(
    { ...then, emit: () => undefined },
    {
      type: request.type ?? 'message',
      subject: request.subject,
      message: request.message,
      contactName: contact?.name ?? null,
      contactEmail: contact?.email ?? null,
      authorName: then.actor.personId ? then.actor.name : (contact?.name ?? null),
      portal: request.portal,
      lang: request.lang,
      handedOver: {
        question: request.question,
        read: (request.read ?? []).map(({ title, article }) => ({ title, path: `/articles/${article}` })),
      },
    },
  )
  for (const key of request.share ?? []) await read(then, made, key, people)
  let now = made
  for (const step of request.then ?? [])
    now = await go(ctxAt(ctx, step.ago, step.by ? (people.ids.get(step.by) ?? null) : requesterId, people), now, step)
  ctx.emit({ type: 'request.loaded', subject: { kind: 'request', id: made.id } })
  return made.id
}

async function go(ctx: Ctx, request: Request, step: NonNullable<DemoRequest['then']>[number]): Promise<Request> {
  const change = { assignee_id: ctx.actor.personId }
  let now = request
  if (step.take) {
    await insertEntry(ctx, request.id, { kind: 'assignment', side: 'desk' })
    now = await move(ctx, now, { to: 'open', side: 'desk', change })
  }
  if (step.note) await insertEntry(ctx, request.id, { kind: 'note', side: 'desk', body: step.note })
  if (step.answer) {
    await insertEntry(ctx, request.id, { kind: 'message', side: 'desk', body: step.answer })
    now = await move(ctx, now, { to: step.state ?? now.state, side: 'desk', answered: true, change })
  }
  if (step.reply) {
    await insertEntry(ctx, request.id, { kind: 'message', side: 'requester', body: step.reply })
    now = await move(ctx, now, { to: stateAfterReply(now.state), side: 'requester' })
  }
  if (step.promise) now = await promise(ctx, now, step.promise)
  if (step.rating) await rate(ctx, now, step.rating)
  return now
}

async function read(ctx: Ctx, request: Request, key: string, people: People) {
  const personId = people.ids.get(key)
  if (!personId) return
  const sharedBy = ctx.actor.personId
  await insertShare(ctx.db, { requestId: request.id, personId, roleId: null, copied: false, sharedBy, now: ctx.now() })
  const detail = { name: people.names.get(personId) ?? '' }
  await insertEntry(ctx, request.id, { kind: 'share', side: 'requester', detail })
}

async function promise(ctx: Ctx, request: Request, { in: days, at, reason }: DemoPromise): Promise<Request> {
  const to = new Date(momentOf(ctx, `${-days} ${at}`))
  const change = { promised_at: to, promise_reason: reason, resolve_by: request.resolve_by ?? to }
  const detail = { from: request.promised_at, to, reason: 'desk' }
  await insertEntry(ctx, request.id, { kind: 'promise', side: 'desk', body: reason, detail })
  await updateRequest(ctx.db, request.id, change, ctx.now())
  return { ...request, ...change }
}

function rate(ctx: Ctx, request: Request, { score, comment }: { score: number; comment?: string }) {
  return keepRating(ctx.db, {
    requestId: request.id,
    score,
    comment: comment ?? null,
    type: request.type,
    serviceKey: null,
    channel: 'web',
    now: ctx.now(),
  })
}

/** The same, some time ago and by somebody. */
function ctxAt(ctx: Ctx, ago: Ago, personId: string | null, people: People): Ctx {
  const at = new Date(momentOf(ctx, ago))
  return {
    ...ctx,
    now: () => at,
    actor: { ...ctx.actor, channel: 'web', personId, name: personId ? (people.names.get(personId) ?? null) : null },
  }
}

function momentOf(ctx: Ctx, ago: Ago): number {
  const now = Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime())
  if (typeof ago === 'number') return now.epochMilliseconds - ago * 3_600_000
  const [days = '0', time = '12:00'] = ago.split(' ')
  return now
    .toZonedDateTimeISO('Europe/Berlin')
    .subtract({ days: Number(days) })
    .withPlainTime(time).epochMilliseconds
}
