import { z } from 'zod'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { workingDaysOf } from '../../requests/index.ts'
import { frozenItem } from '../order-item.ts'
import { OrderView, orderView } from '../order-view.ts'
import { mayOrderFor } from '../ordering.ts'
import { beginOrder } from '../process.ts'
import { emptyCart, listCartItems, takeCart } from '../store/carts.ts'
import { findByOnceKey, insertItems, insertOrder } from '../store/orders.ts'
import type { Service } from '../store/services.ts'
import { type Filled, fill, sumsNow } from './read-cart.ts'

/** Orders what lies in the cart. Prices, services, forms and what the chains of approvals are hold from now on as they are now. */
export const placeOrder = defineOperation({
  name: 'catalogue.order',
  summary: 'Order what lies in my cart',
  kind: 'command',
  http: { method: 'POST', path: '/orders' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  confirm: true,
  input: z.object({
    round: z.coerce.number().int().describe('From the cart: the same one twice is one order'),
    once: z.coerce.number().int().describe('Cents that are due once, as the cart showed them'),
    monthly: z.coerce.number().int().describe('Cents that are due every month, as the cart showed them'),
    note: z.string().trim().max(2000).optional().describe('For those who deal with it'),
  }),
  output: OrderView,
  async handle(ctx, { round, once, monthly, note }) {
    const cart = await takeCart(ctx)
    const onceKey = `${cart.id}:${round}`
    if (round !== cart.round) {
      // A double click, or the answer got lost on its way: it is one order.
      const before = await findByOnceKey(ctx.db, onceKey)
      if (before) return orderView(ctx, before)
      throw refuse.conflict('catalogue.cart_changed', 'catalogue.refusal.cartChanged')
    }
    if (cart.beneficiaryId && !(await mayOrderFor(ctx, cart.beneficiaryId)))
      throw refuse.conflict('catalogue.not_for_them', 'catalogue.refusal.notForThem')
    const filled = await fill(ctx, cart, await listCartItems(ctx, cart.id))
    if (filled.length === 0) throw refuse.conflict('catalogue.cart_empty', 'catalogue.refusal.cartEmpty')
    const items = filled.filter(isOrderable)
    if (items.length < filled.length) throw refuse.conflict('catalogue.not_orderable', 'catalogue.refusal.notOrderable')
    const sums = sumsNow(filled)
    if (sums.once.cents !== once || sums.monthly.cents !== monthly)
      throw refuse.conflict('catalogue.price_changed', 'catalogue.refusal.priceChanged')
    const order = await insertOrder(ctx, {
      id: newId(),
      beneficiaryId: cart.beneficiaryId,
      note: note || null,
      onceKey,
      currency: sums.once.currency,
      onceCents: once,
      monthlyCents: monthly,
    })
    if (!order) throw refuse.conflict('catalogue.cart_changed', 'catalogue.refusal.cartChanged')
    const days = await workingDaysOf(ctx)
    const ordered = items.map(({ item, service }) => frozenItem(days, order.id, service, item))
    await insertItems(ctx, ordered)
    await emptyCart(ctx, cart)
    ctx.emit({ type: 'order.placed', subject: { kind: 'order', id: order.id }, payload: { items: ordered.length } })
    return orderView(ctx, { ...order, ...(await beginOrder(ctx, order, ordered, onceKey)) })
  },
})

type Orderable = Filled & { service: Service }

function isOrderable(one: Filled): one is Orderable {
  return one.service !== null && one.hindrance === null
}
