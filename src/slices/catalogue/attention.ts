import type { Attention, Ctx } from '../../kernel/ctx.ts'
import { textIn } from './content.ts'
import { isDone, orderStateOf, referenceOf } from './rules.ts'
import { findFilledCart } from './store/carts.ts'
import { listOrders } from './store/orders.ts'

/** Own orders on the home page at most. */
const SHOWN = 2

/** A cart that was filled and not ordered, and orders that are under way. */
export async function attention(ctx: Ctx): Promise<Attention[]> {
  if (ctx.actor.personId === null) return []
  const cart = await findFilledCart(ctx)
  const orders = await listOrders(ctx, { after: null, limit: SHOWN, open: true })
  return [
    ...(cart
      ? [
          {
            title: ctx.t('catalogue.cart.title'),
            label: ctx.t('catalogue.cart.waiting', { items: cart.items }),
            tone: 'accent' as const,
            note: { kind: 'changed' as const, at: cart.changedAt },
            path: '/cart',
          },
        ]
      : []),
    ...orders.map((order): Attention => {
      const state = orderStateOf(order.items.map((item) => item.state))
      const promised = order.items
        .flatMap((item) => (isDone(item.state) ? [] : (item.promisedOn ?? [])))
        .sort()
        .at(-1)
      return {
        title: order.items.map((item) => textIn(item.names, ctx.lang)).join(', '),
        label: `${referenceOf(order.number)} · ${ctx.t(`catalogue.itemState.${state}`)}`,
        tone: state === 'approval' ? 'warn' : 'accent',
        note: promised
          ? { kind: 'promised', at: new Date(`${promised}T12:00:00Z`) }
          : { kind: 'changed', at: order.orderedAt },
        path: `/orders/${referenceOf(order.number)}`,
      }
    }),
  ]
}
