import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { OrderView, orderView } from '../order-view.ts'
import { numberOf } from '../rules.ts'
import { findOrderFor } from '../store/orders.ts'

/** A reference as somebody typed it. */
export const Reference = z.string().trim().min(1).max(40).describe('Reference, e.g. O-24817-K')

export const readOrder = defineOperation({
  name: 'catalogue.readOrder',
  summary: 'Read an order: its items, where each of them stands and what happened',
  kind: 'query',
  http: { method: 'GET', path: '/orders/{reference}' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'signed-in',
  input: z.object({ reference: Reference }),
  output: OrderView,
  load: (ctx, { reference }) => findOrderFor(ctx, numberOf(reference)),
  handle: (ctx, _input, order) => orderView(ctx, order),
})
