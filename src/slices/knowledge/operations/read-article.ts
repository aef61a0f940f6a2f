import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { findReadable } from '../store/read-article.ts'
import { viewOf } from '../store/view-of.ts'
import { ArticleView } from '../views.ts'

/** Reads an article at its address; in another language, labelled, when it is not translated. */
export const readArticle = defineOperation({
  name: 'knowledge.readArticle',
  summary: 'Read an article',
  kind: 'query',
  http: { method: 'GET', path: '/articles/{slug}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({
    slug: z.string().min(1).max(200),
    lang: LangSchema.optional().describe('Language wished for; default: that of the caller'),
  }),
  output: ArticleView,
  examples: [{ title: 'How to read the digital meter', input: { slug: 'digitalen-stromzaehler-ablesen', lang: 'de' } }],
  load: (ctx, { slug, lang }) => findReadable(ctx, { slug, lang: lang ?? ctx.lang }),
  handle: async (ctx, { lang }, article) => viewOf(article, lang ?? ctx.lang),
})
