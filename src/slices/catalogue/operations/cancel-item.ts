import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { cancelProcessItem } from '../../requests/index.ts'
import { OrderView, orderView } from '../order-view.ts'
import { bring } from '../process.ts'
import { isCancellable, numberOf } from '../rules.ts'
import { findOrderFor, listItems } from '../store/orders.ts'
import { Reference } from './read-order.ts'

/** Takes an item back before anybody has begun with it. */
export const cancelItem = defineOperation({
  name: 'catalogue.cancelItem',
  summary: 'Take back an item of my order before anybody has begun with it',
  kind: 'command',
  http: { method: 'DELETE', path: '/orders/{reference}/items/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  confirm: true,
  input: z.object({ reference: Reference, id: Id }),
  output: OrderView,
  load: (ctx, { reference }) => findOrderFor(ctx, numberOf(reference), { lock: true }),
  access: ({ actor }, _input, order) => order.requesterId === actor.personId,
  async handle(ctx, { id }, order) {
    const item = (await listItems(ctx.db, order.id)).find((one) => one.id === id)
    if (!item) throw refuse.notFound()
    if (!isCancellable(item.state)) throw refuse.conflict('catalogue.item_begun', 'catalogue.refusal.itemBegun')
    if (order.requestId && !(await cancelProcessItem(ctx, order.requestId, item.id)))
      throw refuse.conflict('catalogue.item_begun', 'catalogue.refusal.itemBegun')
    await bring(ctx, order, item, 'cancelled', null)
    return orderView(ctx, order)
  },
})
