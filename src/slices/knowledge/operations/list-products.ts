import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { listProducts as listFrom } from '../store/categories.ts'
import { ProductItem } from '../views.ts'

/** What articles are about, with counts that hold for this reader. */
export const listProducts = defineOperation({
  name: 'knowledge.listProducts',
  summary: 'List the products that articles are about',
  kind: 'query',
  http: { method: 'GET', path: '/products' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({}),
  output: z.object({ items: z.array(ProductItem.extend({ articles: z.number().int() })) }),
  examples: [{ title: 'All products', input: {} }],
  async handle(ctx) {
    return { items: await listFrom(ctx) }
  },
})
