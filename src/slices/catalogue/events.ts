import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import { followIncident } from './follow-incident.ts'
import { followPromise } from './follow-promise.ts'
import { bring } from './process.ts'
import type { ItemState } from './rules.ts'
import { listItems, lockByRequest } from './store/orders.ts'

/** Items follow their approvals, their fulfilment and their request. Each may be told twice and in any order: no transition leads back. */
export const reactions: readonly Reaction<Ctx>[] = [
  followIncident,
  followPromise,
  { name: 'catalogue.followApproval', on: ['approval-chain.finished'], handle: followApproval },
  { name: 'catalogue.followFulfilment', on: ['fulfilment.finished'], handle: followFulfilment },
  {
    name: 'catalogue.followRequest',
    on: ['request.state-changed', 'request.answered', 'request.withdrawn'],
    handle: followRequest,
  },
]

const OUTCOMES: Record<string, ItemState> = { approved: 'fulfilment', declined: 'declined', cancelled: 'cancelled' }

async function followApproval(ctx: Ctx, { payload }: Event) {
  const to = OUTCOMES[String(payload['outcome'])]
  if (to) await bringOne(ctx, payload, to)
}

async function followFulfilment(ctx: Ctx, { payload }: Event) {
  await bringOne(ctx, payload, 'delivered')
}

async function bringOne(ctx: Ctx, { requestId, itemKey }: Event['payload'], to: ItemState) {
  const order = await lockByRequest(ctx.db, String(requestId))
  const item = order && (await listItems(ctx.db, order.id)).find((one) => one.id === itemKey)
  if (order && item) await bring(ctx, order, item, to, null)
}

/**
 * A request that is solved has brought what was in the making; one that ends otherwise has not. What waits for an approval is left alone: its
 * chain says by itself how it ended.
 */
async function followRequest(ctx: Ctx, { type, subject, payload }: Event) {
  const state = type === 'request.withdrawn' ? 'closed' : payload['state']
  const to: ItemState | null = state === 'solved' ? 'delivered' : state === 'closed' ? 'cancelled' : null
  if (!to) return
  const order = await lockByRequest(ctx.db, subject.id)
  if (!order) return
  for (const item of await listItems(ctx.db, order.id))
    if (item.state !== 'approval') await bring(ctx, order, item, to, null)
}
