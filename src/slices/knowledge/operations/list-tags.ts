import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { listTags as listFrom } from '../store/categories.ts'

/** The tags of a language, most used first, with counts that hold for this reader. */
export const listTags = defineOperation({
  name: 'knowledge.listTags',
  summary: 'List the tags of articles',
  kind: 'query',
  http: { method: 'GET', path: '/tags' },
  channels: ['web', 'api'],
  requires: 'anyone',
  shared: true,
  input: z.object({ lang: LangSchema.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ items: z.array(z.object({ tag: z.string(), articles: z.number().int() })) }),
  examples: [{ title: 'German tags', input: { lang: 'de' } }],
  async handle(ctx, { lang = ctx.lang, limit }) {
    return { items: await listFrom(ctx, lang, limit) }
  },
})
