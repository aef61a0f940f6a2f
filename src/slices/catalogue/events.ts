import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import { bring } from './process.ts'
import type { ItemState } from './rules.ts'
import { listItems, lockByRequest } from './store/orders.ts'

/** Items follow what happens to the request that deals with them. Each reaction may run twice: the table of transitions lets nothing go back. */
export const reactions: readonly Reaction<Ctx>[] = [
  {
    name: 'catalogue.followRequest',
    on: ['request.state-changed', 'request.answered', 'request.withdrawn'],
    handle: followRequest,
  },
]

/** A request that is solved has brought what was ordered; one that ends otherwise has not. */
async function followRequest(ctx: Ctx, { type, subject, payload }: Event) {
  const state = type === 'request.withdrawn' ? 'closed' : payload['state']
  const to: ItemState | null = state === 'solved' ? 'delivered' : state === 'closed' ? 'cancelled' : null
  if (!to) return
  const order = await lockByRequest(ctx.db, subject.id)
  if (!order) return
  for (const item of await listItems(ctx.db, order.id)) await bring(ctx, order, item, to, null)
}
