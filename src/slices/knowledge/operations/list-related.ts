import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { listNear } from '../store/list-articles.ts'
import { findReadableById, type ReadableArticle } from '../store/read-article.ts'
import { itemOf } from '../store/view-of.ts'
import { ArticleItem } from '../views.ts'

/** Articles that belong beside another one: near in words, tags, products or category. */
export const listRelated = defineOperation({
  name: 'knowledge.listRelated',
  summary: 'List articles related to an article',
  kind: 'query',
  http: { method: 'GET', path: '/articles/{id}/related' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({ id: Id, lang: LangSchema.optional(), limit: z.coerce.number().int().min(1).max(20).default(5) }),
  output: z.object({ items: z.array(ArticleItem) }),
  load: (ctx, { id, lang }) => findReadableById(ctx, { id, lang: lang ?? ctx.lang }),
  async handle(ctx, { id, lang = ctx.lang, limit }, article) {
    const rows = await listNear(ctx, id, lang, foundFor(ctx, article), limit)
    return { items: rows.map(itemOf) }
  },
})

/** Ids of the articles that the search finds for the words of this one. */
function foundFor(ctx: Ctx, article: ReadableArticle): string[] {
  const text = `${article.title} ${article.tags.join(' ')}`
  const { audiences } = ctx.actor
  const { hits } = ctx.search.search({ text, lang: article.lang, audiences, kinds: ['article'], limit: 8 })
  return hits.map(({ doc }) => doc.id.split(':')[1] ?? '').filter((id) => id !== article.id)
}
