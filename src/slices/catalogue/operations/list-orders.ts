import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { textIn } from '../content.ts'
import { OrderSummary } from '../order-view.ts'
import { orderStateOf, referenceOf } from '../rules.ts'
import { listOrders as listStored } from '../store/orders.ts'

export const listOrders = defineOperation({
  name: 'catalogue.listOrders',
  summary: 'List my orders, and those that others made for me',
  kind: 'query',
  http: { method: 'GET', path: '/orders' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'signed-in',
  input: z.object({ show: z.enum(['all', 'open', 'done']).default('all'), ...PageInput }),
  output: pageOf(OrderSummary),
  examples: [{ title: 'All of mine', input: {} }],
  async handle(ctx, { show, cursor, limit }) {
    const after = cursor ? String(decodeCursor(cursor, 1)[0]) : null
    const rows = await listStored(ctx, { after, limit: limit + 1, open: show === 'all' ? null : show === 'open' })
    const { items, next } = cutPage(rows, limit, (row) => [row.id])
    return {
      next,
      items: items.map((order) => ({
        reference: referenceOf(order.number),
        state: orderStateOf(order.items.map((item) => item.state)),
        names: order.items.map(
          ({ names, quantity }) => (quantity > 1 ? `${quantity} × ` : '') + textIn(names, ctx.lang),
        ),
        orderedAt: order.orderedAt,
        promisedOn:
          order.items
            .map((item) => item.promisedOn)
            .filter((day) => day !== null)
            .sort()
            .at(-1) ?? null,
        once: { cents: order.onceCents, currency: order.currency },
        monthly: { cents: order.monthlyCents, currency: order.currency },
      })),
    }
  },
})
