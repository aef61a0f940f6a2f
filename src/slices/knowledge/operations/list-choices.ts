import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { audienceChoices, portalChoices } from '../../identity/index.ts'
import { titleIn } from '../facet-names.ts'
import { listCategoriesForKeeping, listStoredProducts } from '../store/tree.ts'
import { listWriters } from '../store/writers.ts'

const Choice = z.object({ id: Id, title: z.string() })

/** What can be chosen for an article: categories (indented by level), products, owners, audiences, portals; in the reader's language. */
export const listChoices = defineOperation({
  name: 'knowledge.listChoices',
  summary: 'List the categories, products, owners, audiences and portals that an article or a category can have',
  kind: 'query',
  http: { method: 'GET', path: '/editing/choices' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({}),
  output: z.object({
    categories: z.array(Choice.extend({ level: z.number().int() })),
    products: z.array(Choice),
    writers: z.array(Choice),
    audiences: z.array(Choice),
    portals: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  examples: [{ title: 'Everything', input: {} }],
  async handle(ctx) {
    const categories = await listCategoriesForKeeping(ctx)
    const products = await listStoredProducts(ctx)
    const writers = await listWriters(ctx)
    const audiences = await audienceChoices(ctx)
    const portals = await portalChoices(ctx)
    return {
      categories: categories.map(({ id, key, path, translations }) => {
        const titles = Object.fromEntries(translations.map(({ lang, title }) => [lang, title]))
        return { id, title: titleIn(titles, ctx.lang) ?? key, level: path.length }
      }),
      products: products.map(({ id, key, titles }) => ({ id, title: titleIn(titles, ctx.lang) ?? key })),
      writers: writers.map(({ id, name }) => ({ id, title: name })),
      audiences: audiences.map(({ id, name }) => ({ id, title: name })),
      portals,
    }
  },
})
