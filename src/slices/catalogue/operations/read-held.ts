import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { AnswerRowView } from '../answers-view.ts'
import { HeldView, heldView } from '../held-view.ts'
import { rowsOf } from '../item-form.ts'
import { ITEM_STATES, referenceOf } from '../rules.ts'
import { findHeld, listOrdersOfHeld } from '../store/held.ts'

/** A service that somebody has, with what belongs to it. */
const HeldDetails = HeldView.extend({
  rows: z.array(AnswerRowView).describe('What was answered for it'),
  orders: z
    .array(
      z.object({
        reference: z.string(),
        purpose: z.enum(['order', 'change']),
        state: z.enum(ITEM_STATES),
        orderedAt: Instant,
      }),
    )
    .describe('The orders that brought and changed it, newest first'),
  request: z.string().nullable().describe('The request in which it was cancelled last, or kept after all'),
})
export type HeldDetails = z.output<typeof HeldDetails>

/** With what was answered, and the orders and the request that deal with it. */
export const readHeld = defineOperation({
  name: 'catalogue.readMyService',
  summary: 'Read a service that I have: since when, what it costs, how it ends',
  kind: 'query',
  http: { method: 'GET', path: '/my-services/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: HeldDetails,
  load: (ctx, { id }) => findHeld(ctx, id),
  async handle(ctx, { id }, held) {
    const orders = await listOrdersOfHeld(ctx, id)
    return {
      ...heldView(ctx, held),
      rows: await rowsOf(ctx, held),
      orders: orders.map(({ number, ...order }) => ({ reference: referenceOf(number), ...order })),
      request: held.requestReference,
    }
  },
})
