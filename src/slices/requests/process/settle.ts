import type { Ctx } from '../../../kernel/ctx.ts'
import { move } from '../move.ts'
import type { Ending, State } from '../rules.ts'
import type { Request } from '../store/requests.ts'
import { countItems, type ItemState } from './store/items.ts'

/** Where a request has to stand, seen from its items; null: where it is. */
export function stateOfItems(counts: ReadonlyMap<ItemState, number>): { state: State; ending?: Ending } | null {
  const has = (state: ItemState) => (counts.get(state) ?? 0) > 0
  if (has('fulfilment') || (has('approval') && has('finished'))) return { state: 'open' }
  if (has('approval')) return { state: 'approval' }
  if (has('finished')) return { state: 'solved' }
  if (has('declined')) return { state: 'closed', ending: 'declined' }
  return has('cancelled') ? { state: 'closed', ending: 'withdrawn' } : null
}

/** Takes the request to where its items are: waiting for approval, being dealt with, solved, or declined. */
export async function settleRequest(ctx: Ctx, request: Request): Promise<Request> {
  const wanted = stateOfItems(await countItems(ctx.db, request.id))
  if (!wanted || isThere(request.state, wanted.state)) return request
  let moved = request
  // What was approved and needs nothing else is dealt with in the same moment.
  if (wanted.state === 'solved' && request.state === 'approval') moved = await step(ctx, moved, { state: 'open' })
  return step(ctx, moved, wanted)
}

/** Whether nothing is to be done: the desk may have gone further meanwhile, and what is closed stays closed. */
function isThere(now: State, wanted: State): boolean {
  if (now === wanted || now === 'closed') return true
  if (wanted === 'approval') return now !== 'new'
  return wanted === 'open' && (now === 'waiting' || now === 'solved')
}

async function step(
  ctx: Ctx,
  request: Request,
  { state, ending }: { state: State; ending?: Ending },
): Promise<Request> {
  const moved = await move(ctx, request, { to: state, side: 'system', ...(ending ? { ending } : {}) })
  ctx.emit({ type: 'request.state-changed', subject: { kind: 'request', id: request.id }, payload: { state } })
  return moved
}
