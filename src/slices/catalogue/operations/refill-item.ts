import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { takeItemAnswers } from '../item-form.ts'
import { listCartItems, setAnswers, takeCart } from '../store/carts.ts'
import { listOrderable } from '../store/services.ts'
import { CartView, cartView } from './read-cart.ts'

export const refillItem = defineOperation({
  name: 'catalogue.refillItem',
  summary: 'Take over new answers for an item in my cart',
  kind: 'command',
  http: { method: 'PUT', path: '/cart/items/{id}/answers' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id, draft: z.string().max(60) }),
  output: CartView,
  async handle(ctx, { id, draft }) {
    const cart = await takeCart(ctx)
    const item = (await listCartItems(ctx, cart.id)).find((one) => one.id === id)
    const service = item && (await listOrderable(ctx, [item.serviceId])).get(item.serviceId)
    if (!service) throw refuse.notFound()
    await setAnswers(ctx, cart.id, id, await takeItemAnswers(ctx, service.definition, { id, draft }))
    return cartView(ctx, cart)
  },
})
