import { z } from 'zod'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { namesOf } from '../content.ts'
import { takeItemAnswers } from '../item-form.ts'
import { insertCartItem, listCartItems, MOST_ITEMS, setQuantity, takeCart } from '../store/carts.ts'
import { findHeld } from '../store/held.ts'
import { findOrderable } from '../store/services.ts'
import { ServiceKey } from './read.ts'
import { CartView, cartView } from './read-cart.ts'

export const putInCart = defineOperation({
  name: 'catalogue.putInCart',
  summary: 'Put a service into my cart, with the answers of its form where it has one',
  kind: 'command',
  http: { method: 'POST', path: '/cart/items' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({
    key: ServiceKey,
    quantity: z.coerce.number().int().min(1).max(999).default(1),
    draft: z.string().max(60).optional().describe('Address of the filled-in form'),
    answers: z.record(z.string(), z.unknown()).optional().describe('Answers of the form, when they come at once'),
    changes: Id.optional().describe('One of my services that is to become like this'),
  }),
  output: CartView,
  examples: [{ title: 'One of it', input: { key: 'bulky-waste' } }],
  load: (ctx, { key }) => findOrderable(ctx, key),
  async handle(ctx, { quantity, draft, answers, changes }, service) {
    const { definition } = service
    if (quantity > definition.mostAtOnce)
      throw refuse.field('quantity', 'catalogue.refusal.tooMany', { most: definition.mostAtOnce })
    if (changes) {
      const held = await findHeld(ctx, changes)
      if (!held || held.serviceId !== service.id || held.state === 'ended') throw refuse.notFound()
    }
    const cart = await takeCart(ctx)
    const items = await listCartItems(ctx, cart.id)
    const id = newId()
    const taken = await takeItemAnswers(ctx, definition, { id, draft, answers })
    // The same thing without a form lies there once, in a larger quantity.
    const same = items.find(
      (item) =>
        item.serviceId === service.id &&
        item.formId === null &&
        taken.formId === null &&
        item.heldId === (changes ?? null),
    )
    if (same) await setQuantity(ctx, cart.id, same.id, Math.min(same.quantity + quantity, definition.mostAtOnce))
    else {
      if (items.length >= MOST_ITEMS)
        throw refuse.conflict('catalogue.cart_full', 'catalogue.refusal.cartFull', { most: MOST_ITEMS })
      await insertCartItem(ctx, cart.id, {
        id,
        serviceId: service.id,
        names: namesOf(definition),
        quantity,
        ...taken,
        price: definition.price,
        heldId: changes ?? null,
      })
    }
    return cartView(ctx, cart)
  },
})
