import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, PageInput, pageOf } from '../../../kernel/paging.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { placeOf } from '../place.ts'
import { listReadable } from '../store/list-articles.ts'
import { itemOf } from '../store/view-of.ts'
import { ArticleItem, Kind } from '../views.ts'

/** Lists articles, newest first: of a kind, a category with everything below it, a product, a tag. Also what feeds and news are made of. */
export const listArticles = defineOperation({
  name: 'knowledge.listArticles',
  summary: 'List articles, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/articles' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({
    lang: LangSchema.optional(),
    kind: Kind.optional(),
    category: Id.optional().describe('Id of a category'),
    product: z.string().max(100).optional().describe('Key of a product'),
    tag: z.string().max(100).optional(),
    ...PageInput,
  }),
  output: pageOf(ArticleItem),
  examples: [
    { title: 'The newest articles', input: {} },
    { title: 'News in Greek', input: { kind: 'news', lang: 'el', limit: 5 } },
  ],
  async handle(ctx, { cursor, limit, lang = ctx.lang, ...filter }) {
    const after = placeOf(cursor)
    const rows = await listReadable(ctx, { ...filter, lang }, limit + 1, after)
    const { items, next } = cutPage(rows, limit, (row) => [row.newest_at.toISOString(), row.id])
    return { items: items.map(itemOf), next }
  },
})
