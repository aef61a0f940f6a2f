import { z } from 'zod'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { namesOf } from '../content.ts'
import { isFormCurrent } from '../item-form.ts'
import { numberOf } from '../rules.ts'
import { insertCartItem, listCartItems, MOST_ITEMS, takeCart } from '../store/carts.ts'
import { findOrderFor, listItems } from '../store/orders.ts'
import { listOrderable } from '../store/services.ts'
import { Reference } from './read-order.ts'

/** Puts the same into the cart again, as it is offered today: what can no longer be ordered stays out. */
export const repeatOrder = defineOperation({
  name: 'catalogue.repeatOrder',
  summary: 'Put the items of an order into my cart again, at today’s prices',
  kind: 'command',
  http: { method: 'POST', path: '/orders/{reference}/repetition' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ reference: Reference }),
  output: z.object({ added: z.number(), left: z.number().describe('Items that can no longer be ordered') }),
  load: (ctx, { reference }) => findOrderFor(ctx, numberOf(reference)),
  access: ({ actor }, _input, order) => order.requesterId === actor.personId,
  async handle(ctx, _input, order) {
    const items = (await listItems(ctx.db, order.id)).filter((item) => item.purpose === 'order')
    const services = await listOrderable(
      ctx,
      items.map((item) => item.serviceId),
    )
    const cart = await takeCart(ctx)
    const room = MOST_ITEMS - (await listCartItems(ctx, cart.id)).length
    const wanted = items.filter((item) => services.has(item.serviceId)).slice(0, room)
    if (wanted.length === 0) throw refuse.conflict('catalogue.nothing_left', 'catalogue.refusal.nothingLeft')
    for (const item of wanted) {
      const service = services.get(item.serviceId)
      if (!service) continue
      const isCurrent = await isFormCurrent(ctx, service, item)
      await insertCartItem(ctx, cart.id, {
        id: newId(),
        serviceId: service.id,
        names: namesOf(service.definition),
        quantity: Math.min(item.quantity, service.definition.mostAtOnce),
        // Answers to a form that has changed since are asked for again.
        formId: isCurrent ? item.formId : null,
        formVersion: isCurrent ? item.formVersion : null,
        answers: isCurrent ? item.answers : {},
        price: service.definition.price,
        heldId: null,
      })
    }
    return { added: wanted.length, left: items.length - wanted.length }
  },
})
