import { addBusinessMinutes } from '../../../kernel/business-hours.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Job } from '../../../kernel/slice.ts'
import { findCounter, serviceTimeOf } from '../counter.ts'
import { move } from '../move.ts'
import { targetOf } from '../request-type.ts'
import { isSolutionPromised } from '../rules.ts'
import { insertEntry } from '../store/entries.ts'
import { findPace, workOutPaces } from '../store/paces.ts'
import { type Request, updateRequest } from '../store/requests.ts'
import { lockSlipping, lockSolvedBefore } from '../store/slips.ts'
import { findType } from '../store/types.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** The desk hears of a promise that nears its end this long before it. */
const WARN_BEFORE = 120 * MINUTE
/** The requester hears of a slip this long before it: early enough to plan, late enough to be true. */
const TELL_BEFORE = 30 * MINUTE
/** What slipped longer ago was told, or is beyond telling. */
const NOT_AFTER = DAY

/** Of so many cases at least something is predicted, from the latest of the last year. */
export const HISTORY = (now: Date) => ({ fewest: 30, latest: 500, since: new Date(now.getTime() - 365 * DAY) })

/** What is solved is closed when nobody has objected for so long. */
const CLOSE_AFTER_DAYS = 14

export const promiseJobs: readonly Job[] = [
  { name: 'requests.watchPromises', schedule: '*/5 * * * *', handle: watch },
  {
    name: 'requests.workOutPaces',
    schedule: '41 3 * * *',
    handle: (ctx) => workOutPaces(ctx.db, HISTORY(ctx.now()), ctx.now()),
  },
  {
    name: 'requests.closeSolved',
    schedule: '11 3 * * *',
    async handle(ctx) {
      for (const request of await lockSolvedBefore(ctx.db, new Date(ctx.now().getTime() - CLOSE_AFTER_DAYS * DAY))) {
        await move(ctx, request, { to: 'closed', ending: 'solved', side: 'system' })
        ctx.emit({
          type: 'request.state-changed',
          subject: { kind: 'request', id: request.id },
          payload: { state: 'closed' },
        })
      }
    },
  },
]

/** Tells the desk of promises that are about to slip, and requesters of those that will. */
async function watch(ctx: Ctx) {
  const now = ctx.now().getTime()
  const after = new Date(now - NOT_AFTER)
  for (const request of await lockSlipping(ctx.db, 'slip_warned_at', new Date(now + WARN_BEFORE), after)) {
    await updateRequest(ctx.db, request.id, { slip_warned_at: ctx.now() }, request.changed_at)
    ctx.emit({ type: 'request.promise-at-risk', subject: { kind: 'request', id: request.id } })
  }
  for (const request of await lockSlipping(ctx.db, 'slip_told_at', new Date(now + TELL_BEFORE), after))
    await announce(ctx, request)
}

/** Gives a later date by itself, once: what is usual from now on, else as much again as half of what was promised. */
async function announce(ctx: Ctx, request: Request) {
  const later = await laterFor(ctx, request)
  const reason = request.state === 'new' ? 'slip-new' : 'slip-open'
  const told = { slip_told_at: ctx.now(), slip_warned_at: ctx.now() }
  if (!later || !request.promised_at) return updateRequest(ctx.db, request.id, told, request.changed_at)
  const detail = { from: request.promised_at, to: later, reason }
  await insertEntry(ctx, request.id, { kind: 'promise', side: 'system', detail })
  await updateRequest(ctx.db, request.id, { ...told, promised_at: later, promise_reason: null }, ctx.now())
  ctx.emit({ type: 'request.promise-changed', subject: { kind: 'request', id: request.id }, payload: { reason } })
}

async function laterFor(ctx: Ctx, request: Request): Promise<Date | null> {
  const time = await serviceTimeOf(ctx, request.portal)
  const type = await findType(ctx.db, request.type)
  if (!time || !type) return null
  const target = targetOf(type, request.priority, await findCounter(ctx, request.portal))
  const promised = (isSolutionPromised(request) ? target.solution : target.answer) ?? 480
  const pace = request.answered_at ? await findPace(ctx.db, request) : undefined
  const from = new Date(Math.max(request.promised_at?.getTime() ?? 0, ctx.now().getTime()))
  return addBusinessMinutes(time.hours, time.isHoliday, from, Math.max(60, pace?.half ?? Math.ceil(promised / 2)))
}
