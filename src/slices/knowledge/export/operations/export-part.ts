import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { LangSchema } from '../../../../kernel/schema.ts'
import { exportPartAfter } from '../export-articles.ts'

/** Gives out translations, in parts; each part says where the next begins. */
export const exportPart = defineOperation({
  name: 'knowledge.exportArticles',
  summary: 'Give out all translations of all articles, in parts, in a form that import takes back',
  kind: 'query',
  http: { method: 'GET', path: '/exports/articles' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({ after: z.string().max(200).optional().describe('`next` of the part before') }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        lang: LangSchema,
        kind: z.string(),
        title: z.string(),
        summary: z.string(),
        slug: z.string(),
        category: z.string(),
        tags: z.array(z.string()),
        products: z.array(z.string()),
        keywords: z.array(z.string()),
        audience: z.string(),
        owner: z.string(),
        checked: z.string(),
        symptom: z.string(),
        cause: z.string(),
        workaround: z.string(),
        fixedIn: z.string(),
        body: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  examples: [{ title: 'The first part', input: {} }],
  handle: (ctx, { after }) => exportPartAfter(ctx, after),
})
