import type { Ctx } from '../../kernel/ctx.ts'
import { refuse } from '../../kernel/refusal.ts'
import { listApprovers } from './approvals/store/approvers.ts'
import type { Closing } from './closing/closing.ts'
import { serviceTimeOf } from './counter.ts'
import { afterPause, minutesOfPause, type ServiceTime } from './promise.ts'
import { canBecome, type Ending, isPause, isPromiseAhead, isSolutionPromised, type State } from './rules.ts'
import { type Entry, insertEntries, type NewEntry } from './store/entries.ts'
import { type Change, type Request, updateRequest } from './store/requests.ts'

/** How a request moves on. */
interface Move {
  to: State
  side: Entry['side']
  /** Who is named as having done it; whoever is acting when left out. */
  authorName?: string | null
  /** When it is closed. */
  ending?: Ending
  /** Why it is closed without a solution. */
  because?: Closing | null
  /** Somebody of the desk has answered: the first answer keeps that promise, and the solution is the next one. */
  answered?: boolean
  /** What else changes with it. */
  change?: Change
}

/**
 * Takes a request to another state, or leaves it where it is and changes it. The one place where promises stand still while somebody else
 * is to act, and go on afterwards. Refuses `conflict` for a step that the table of states does not have. Gives the request as it is then.
 */
export async function move<R extends Request>(
  ctx: Ctx,
  request: R,
  { to, side, authorName, ...how }: Move,
): Promise<R> {
  const isStep = to !== request.state
  if (isStep && !canBecome(request.state, to))
    throw refuse.conflict('requests.no_such_step', 'requests.state.noSuchStep')
  const time = isStep || how.answered ? await serviceTimeOf(ctx, request.portal) : null
  const resumed = isStep && isPause(request.state) ? goOn(ctx, request, time) : {}
  const before = { ...request, ...resumed }
  const change: Change = {
    ...resumed,
    ...(how.answered ? answered(ctx, before) : {}),
    ...(isStep ? { state: to, ending: to === 'closed' ? (how.ending ?? 'declined') : null } : {}),
    ...(isStep && isPause(to) ? { paused_at: ctx.now() } : {}),
    ...(isStep ? ended(ctx, before, to, time) : {}),
    ...how.change,
  }
  const entries: NewEntry[] = []
  const { because } = how
  const why = because ? { body: because.words, detail: { why: because.reason } } : {}
  if (isStep) entries.push({ kind: 'state', side, authorName, toState: to, ...why })
  if (isMoved(request, before) && to !== 'closed' && to !== 'solved')
    entries.push({ kind: 'promise', side: 'system', detail: await whyMoved(ctx, request, before) })
  await insertEntries(ctx, request.id, entries)
  await updateRequest(ctx.db, request.id, change, ctx.now())
  return { ...request, ...change, changed_at: ctx.now() }
}

/** The promises go on after a pause. */
function goOn(ctx: Ctx, request: Request, time: ServiceTime | null): Change {
  const since = request.paused_at
  if (!since) return {}
  const minutes = minutesOfPause(time, since, ctx.now())
  const later = (promised: Date | null) => promised && afterPause(time, promised, since, minutes)
  return {
    paused_at: null,
    paused_minutes: request.paused_minutes + minutes,
    first_response_by: request.answered_at ? request.first_response_by : later(request.first_response_by),
    resolve_by: later(request.resolve_by),
    promised_at: isPromiseAhead(request) ? later(request.promised_at) : request.promised_at,
    slip_warned_at: null,
    slip_told_at: null,
  }
}

/** Who was waited for: whoever had to approve, or the requester; and whether times that do not count lie between the dates. */
async function whyMoved(ctx: Ctx, request: Request, after: Request) {
  const [from, to] = [request.promised_at, after.promised_at]
  const waited = (after.paused_minutes - request.paused_minutes) * 60_000
  const isOutside = from !== null && to !== null && to.getTime() - from.getTime() > waited
  const why =
    request.state === 'approval'
      ? { reason: 'approval', by: (await listApprovers(ctx.db, request.id)).join(', ') || null }
      : { reason: 'paused' }
  return { from, to, ...why, ...(isOutside ? { outside: true } : {}) }
}

function isMoved(before: Request, after: Request): boolean {
  return before.promised_at?.getTime() !== after.promised_at?.getTime()
}

/** The first answer keeps its promise; from then on the solution is what was promised. */
function answered(ctx: Ctx, request: Request): Change {
  if (request.answered_at) return {}
  // Where the solution is promised already, its date may have been moved since.
  const next =
    request.resolve_by && !isSolutionPromised(request)
      ? { promised_at: request.resolve_by, promise_reason: null, slip_warned_at: null, slip_told_at: null }
      : {}
  return { answered_at: ctx.now(), ...next }
}

function ended(ctx: Ctx, request: Request, to: State, time: ServiceTime | null): Change {
  if (to === 'solved') {
    const minutes = minutesOfPause(time, request.created_at, ctx.now())
    return { solved_at: ctx.now(), worked_minutes: Math.max(0, minutes - request.paused_minutes) }
  }
  if (to === 'closed') return { closed_at: ctx.now() }
  // Opened again: it was not solved after all.
  if (to === 'open' && (request.solved_at || request.closed_at))
    return { solved_at: null, closed_at: null, worked_minutes: null }
  return {}
}
