import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { listStoredProducts } from '../store/tree.ts'
import { ProductItem } from '../views.ts'

/** Every product, those without articles included. */
export const listProductsForKeeping = defineOperation({
  name: 'knowledge.listProductsForKeeping',
  summary: 'List all products, for choosing and for keeping them',
  kind: 'query',
  http: { method: 'GET', path: '/editing/products' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({}),
  output: z.object({
    items: z.array(ProductItem.extend({ portals: z.array(z.string()), articles: z.number().int() })),
  }),
  examples: [{ title: 'All products', input: {} }],
  handle: async (ctx) => ({ items: await listStoredProducts(ctx) }),
})
