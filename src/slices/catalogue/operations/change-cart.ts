import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteCartItem, listCartItems, setQuantity, takeCart } from '../store/carts.ts'
import { listOrderable } from '../store/services.ts'
import { CartView, cartView } from './read-cart.ts'

/** How many of something: none takes it out. */
export const changeCart = defineOperation({
  name: 'catalogue.changeCart',
  summary: 'Change how many of something lie in my cart; 0 takes it out',
  kind: 'command',
  http: { method: 'PUT', path: '/cart/items/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id, quantity: z.coerce.number().int().min(0).max(999) }),
  output: CartView,
  async handle(ctx, { id, quantity }) {
    const cart = await takeCart(ctx)
    const item = (await listCartItems(ctx, cart.id)).find((one) => one.id === id)
    if (!item) throw refuse.notFound()
    if (quantity === 0) await deleteCartItem(ctx, cart.id, id)
    else {
      const most =
        (await listOrderable(ctx, [item.serviceId])).get(item.serviceId)?.definition.mostAtOnce ?? item.quantity
      if (quantity > most) throw refuse.field('quantity', 'catalogue.refusal.tooMany', { most })
      await setQuantity(ctx, cart.id, id, quantity)
    }
    return cartView(ctx, cart)
  },
})
