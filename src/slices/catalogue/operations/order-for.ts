import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { listColleagues } from '../../identity/index.ts'
import { mayOrderFor, ordersForOthers } from '../ordering.ts'
import { setBeneficiary, takeCart } from '../store/carts.ts'
import { CartView, cartView } from './read-cart.ts'

/** For whom the cart is: oneself, or a colleague for whom one may order. */
export const orderFor = defineOperation({
  name: 'catalogue.orderFor',
  summary: 'Say for whom the cart is',
  kind: 'command',
  http: { method: 'PUT', path: '/cart/beneficiary' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ person: Id.nullable().describe('Null: for oneself') }),
  output: CartView,
  async handle(ctx, { person }) {
    const other = person === ctx.actor.personId ? null : person
    if (other && !(await mayOrderFor(ctx, other))) throw refuse.field('person', 'catalogue.refusal.notForThem')
    const cart = await takeCart(ctx)
    await setBeneficiary(ctx, cart.id, other)
    return cartView(ctx, { ...cart, beneficiaryId: other })
  },
})

/** For whom one may order. */
export const listBeneficiaries = defineOperation({
  name: 'catalogue.listBeneficiaries',
  summary: 'List the people for whom I may order',
  kind: 'query',
  http: { method: 'GET', path: '/cart/beneficiaries' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ search: z.string().trim().max(100).optional() }),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
  examples: [{ title: 'First ones', input: {} }],
  handle: async (ctx, { search }) => ({
    items: (await ordersForOthers(ctx)) ? await listColleagues(ctx, { search: search ?? '', limit: 100 }) : [],
  }),
})
