import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { differingWords } from '../rules.ts'
import { listRephrasings } from '../store/rephrasings.ts'

export const listProposals = defineOperation({
  name: 'answers.listProposals',
  summary: 'Synonyms to consider: searches that failed and then succeeded with other words',
  kind: 'query',
  http: { method: 'GET', path: '/search/synonyms/proposals' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        lang: LangSchema,
        failed: z.string(),
        succeeded: z.string(),
        times: z.number().int(),
        words: z.tuple([z.string(), z.string()]),
      }),
    ),
  }),
  examples: [{ title: 'Most frequent first', input: {} }],
  async handle(ctx, { limit }) {
    const rows = await listRephrasings(ctx, limit)
    return {
      items: rows.flatMap((row) => {
        const words = differingWords(row.failed, row.succeeded)
        return words ? [{ ...row, words: [words.from, words.to] as [string, string] }] : []
      }),
    }
  },
})
