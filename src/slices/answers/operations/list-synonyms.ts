import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { PageInput, pageOf } from '../../../kernel/paging.ts'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { listSynonyms } from '../store/synonyms.ts'

export const listSynonymSets = defineOperation({
  name: 'answers.listSynonyms',
  summary: 'The sets of words that the search takes for the same',
  kind: 'query',
  http: { method: 'GET', path: '/search/synonyms' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object(PageInput),
  output: pageOf(z.object({ id: Id, lang: LangSchema.nullable(), words: z.array(z.string()), changedAt: Instant })),
  examples: [{ title: 'Newest first', input: {} }],
  async handle(ctx, input) {
    const { items, next } = await listSynonyms(ctx, input)
    return { items: items.map(({ changed_at, ...set }) => ({ ...set, changedAt: changed_at })), next }
  },
})
