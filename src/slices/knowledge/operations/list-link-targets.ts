import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { listEditable } from '../store/list-editable.ts'

/** Articles to link to, by part of their title: for the picker of the editor. */
export const listLinkTargets = defineOperation({
  name: 'knowledge.listLinkTargets',
  summary: 'Find articles to link to by part of their title',
  kind: 'query',
  http: { method: 'GET', path: '/editing/link-targets' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ words: z.string().max(200).default(''), lang: LangSchema.optional() }),
  output: z.object({
    items: z.array(z.object({ id: Id, title: z.string(), lang: LangSchema, isOnline: z.boolean() })),
  }),
  examples: [{ title: 'Articles about meters', input: { words: 'meter' } }],
  async handle(ctx, { words, lang = ctx.lang }) {
    const rows = await listEditable(ctx, { lang, words: words || undefined }, 20)
    const items = rows.map((row) => ({
      id: row.id,
      title: row.title,
      lang: row.lang,
      isOnline: row.translations.some((translation) => translation.isOnline),
    }))
    return { items }
  },
})
