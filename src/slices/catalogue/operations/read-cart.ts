import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Money } from '../../../kernel/money.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { listColleagues, namesOfPersons } from '../../identity/index.ts'
import { Price, textIn, textsIn } from '../content.ts'
import { isFormCurrent } from '../item-form.ts'
import { entitlementOf, ordersForOthers } from '../ordering.ts'
import { isSamePrice, sumsOf } from '../rules.ts'
import { type Cart, type CartItem, findCart, listCartItems } from '../store/carts.ts'
import { listOrderable, type Service } from '../store/services.ts'
import { cardOf, ServiceCard } from '../views.ts'

/** Why an item cannot be ordered as it lies there. */
const HINDRANCES = ['gone', 'notEntitled', 'formChanged'] as const

export const CartView = z.object({
  round: z.number().describe('To be sent when ordering: the same one twice is one order'),
  beneficiary: z.object({ id: Id, name: z.string() }).nullable().describe('For whom; null: for oneself'),
  mayOrderForOthers: z.boolean(),
  items: z.array(
    z.object({
      id: Id,
      name: z.string(),
      service: ServiceCard.nullable().describe('Null: it can no longer be ordered'),
      quantity: z.number(),
      mostAtOnce: z.number(),
      price: Price,
      priceBefore: Price.nullable().describe('What it cost when it was put in, when that is not what it costs now'),
      hindrance: z.enum(HINDRANCES).nullable(),
      isChange: z.boolean(),
      hasForm: z.boolean(),
    }),
  ),
  once: Money,
  monthly: Money,
})

export const readCart = defineOperation({
  name: 'catalogue.readCart',
  summary: 'What lies in my cart, what it costs now, and for whom it is',
  kind: 'query',
  http: { method: 'GET', path: '/cart' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({}),
  output: CartView,
  examples: [{ title: 'Mine', input: {} }],
  handle: async (ctx) => cartView(ctx, await findCart(ctx)),
})

/** A cart with today's prices; what can no longer be ordered says why. */
export async function cartView(ctx: Ctx, cart: Cart | undefined): Promise<z.input<typeof CartView>> {
  const items = cart ? await listCartItems(ctx, cart.id) : []
  const filled = await fill(ctx, cart ?? null, items)
  const beneficiaryId = cart?.beneficiaryId ?? null
  const name = beneficiaryId && (await namesOfPersons(ctx, [beneficiaryId])).get(beneficiaryId)
  return {
    round: cart?.round ?? 1,
    beneficiary: beneficiaryId && name ? { id: beneficiaryId, name } : null,
    mayOrderForOthers: (await ordersForOthers(ctx)) && (await listColleagues(ctx, { limit: 1 })).length > 0,
    items: filled.map(({ item, service, hindrance }) => {
      const price = service?.definition.price ?? item.price
      return {
        id: item.id,
        name: service ? textsIn(service.definition, ctx.lang).name : textIn(item.names, ctx.lang),
        service: service && cardOf(ctx, service),
        quantity: item.quantity,
        mostAtOnce: service?.definition.mostAtOnce ?? item.quantity,
        price,
        priceBefore: isSamePrice(item.price, price) ? null : item.price,
        hindrance,
        isChange: item.heldId !== null,
        hasForm: item.formId !== null,
      }
    }),
    ...sumsNow(filled),
  }
}

/** What it costs today, without what cannot be ordered. */
export function sumsNow(filled: readonly Filled[]): { once: Money; monthly: Money } {
  const priced = filled.flatMap(({ item, service, hindrance }) =>
    service && hindrance === null ? [{ price: service.definition.price, quantity: item.quantity }] : [],
  )
  return sumsOf(priced, priced[0]?.price.currency ?? 'EUR')
}

/** An item with its service as it is now. */
export interface Filled {
  item: CartItem
  service: Service | null
  hindrance: (typeof HINDRANCES)[number] | null
}

/** Items with their services, and whether actor and beneficiary may still have them. */
export async function fill(ctx: Ctx, cart: Cart | null, items: readonly CartItem[]): Promise<Filled[]> {
  const services = await listOrderable(
    ctx,
    items.map((item) => item.serviceId),
  )
  const isEntitled = await entitlementOf(ctx, cart?.beneficiaryId ?? null)
  return Promise.all(
    items.map(async (item): Promise<Filled> => {
      const service = services.get(item.serviceId) ?? null
      if (!service) return { item, service, hindrance: 'gone' }
      if (!isEntitled(service.definition)) return { item, service, hindrance: 'notEntitled' }
      return { item, service, hindrance: (await isFormCurrent(ctx, service, item)) ? null : 'formChanged' }
    }),
  )
}
