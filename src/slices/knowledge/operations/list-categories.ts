import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { listCategories as listFrom } from '../store/categories.ts'
import { categoryOf } from '../store/view-of.ts'
import { CategoryItem } from '../views.ts'

/** The whole tree of categories as a flat list, parents before children; with counts that hold for this reader. */
export const listCategories = defineOperation({
  name: 'knowledge.listCategories',
  summary: 'List the categories with the number of articles that one may read',
  kind: 'query',
  http: { method: 'GET', path: '/categories' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({ lang: LangSchema.optional() }),
  output: z.object({ items: z.array(CategoryItem) }),
  examples: [{ title: 'All categories', input: {} }],
  async handle(ctx, { lang = ctx.lang }) {
    return { items: (await listFrom(ctx, lang)).map(categoryOf) }
  },
})
