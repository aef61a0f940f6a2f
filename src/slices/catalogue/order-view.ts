import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { Money } from '../../kernel/money.ts'
import { Day, Id, Instant } from '../../kernel/schema.ts'
import { namesOfPersons } from '../identity/index.ts'
import { AnswerRowView } from './answers-view.ts'
import { Price, textIn } from './content.ts'
import { rowsOf } from './item-form.ts'
import { ITEM_STATES, isCancellable, orderStateOf, referenceOf } from './rules.ts'
import { listItems, listStates, type Order } from './store/orders.ts'

/** An order in a list. */
export const OrderSummary = z.object({
  reference: z.string(),
  state: z.enum(ITEM_STATES),
  names: z.array(z.string()),
  orderedAt: Instant,
  promisedOn: Day.nullable().describe('When the last of it was promised'),
  once: Money,
  monthly: Money,
})

/** An order with its items and what happened to them. */
export const OrderView = OrderSummary.omit({ names: true, promisedOn: true }).extend({
  requester: z.string().nullable(),
  beneficiary: z.string().nullable().describe('For whom, when not for the requester'),
  isMine: z.boolean().describe('I ordered it; otherwise it is for me'),
  request: z.string().nullable().describe('The case at the desk that deals with it'),
  note: z.string().nullable(),
  items: z.array(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      quantity: z.number(),
      price: Price,
      state: z.enum(ITEM_STATES),
      isChange: z.boolean(),
      promisedOn: Day.nullable(),
      mayCancel: z.boolean(),
      answers: z.array(AnswerRowView),
      history: z.array(z.object({ state: z.enum(ITEM_STATES), note: z.string().nullable(), at: Instant })),
    }),
  ),
})
export type OrderView = z.output<typeof OrderView>

export async function orderView(ctx: Ctx, order: Order): Promise<z.input<typeof OrderView>> {
  const items = await listItems(ctx.db, order.id)
  const states = Map.groupBy(await listStates(ctx.db, order.id), (one) => one.itemId)
  const people = [order.requesterId, order.beneficiaryId].filter((id) => id !== null)
  const names = await namesOfPersons(ctx, people)
  const isMine = order.requesterId === ctx.actor.personId
  return {
    reference: referenceOf(order.number),
    state: orderStateOf(items.map((item) => item.state)),
    orderedAt: order.orderedAt,
    once: { cents: order.onceCents, currency: order.currency },
    monthly: { cents: order.monthlyCents, currency: order.currency },
    requester: (order.requesterId && names.get(order.requesterId)) ?? null,
    beneficiary: (order.beneficiaryId && names.get(order.beneficiaryId)) ?? null,
    isMine,
    request: order.requestReference,
    note: order.note,
    items: await Promise.all(
      items.map(async (item) => ({
        id: item.id,
        key: item.serviceKey,
        name: textIn(item.names, ctx.lang),
        quantity: item.quantity,
        price: item.price,
        state: item.state,
        isChange: item.purpose === 'change',
        promisedOn: item.promisedOn,
        mayCancel: isMine && isCancellable(item.state),
        answers: await rowsOf(ctx, item),
        history: (states.get(item.id) ?? []).map(({ state, note, at }) => ({ state: state as 'ordered', note, at })),
      })),
    ),
  }
}
