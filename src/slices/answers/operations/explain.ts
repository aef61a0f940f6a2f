import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { isReadable, queryOf } from '../found.ts'
import { Question } from './search.ts'

export const explainRank = defineOperation({
  name: 'answers.explain',
  summary: 'Why something stands where it does in a search',
  kind: 'query',
  http: { method: 'GET', path: '/search/explanation' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({
    q: Question,
    id: z.string().max(200).describe('Id of an item of the search'),
    lang: LangSchema.optional(),
  }),
  output: z.object({
    title: z.string(),
    found: z.boolean(),
    rank: z.number().int().nullable(),
    score: z.number(),
    confidence: z.number(),
    words: z.array(
      z.object({
        word: z.string(),
        matched: z.array(z.object({ form: z.string(), how: z.string(), weight: z.number() })),
        score: z.number(),
      }),
    ),
    parts: z.array(z.object({ name: z.string(), value: z.number() })),
    lists: z
      .object({
        words: z.number().int().optional(),
        meaning: z.number().int().optional(),
        closeness: z.number().optional(),
      })
      .nullable()
      .describe('Its place by words and its place by meaning, of which the list is made when meanings are known'),
    experience: z
      .object({
        words: z.array(z.object({ word: z.string(), helped: z.number(), failed: z.number() })),
        readers: z.object({ helped: z.number(), needed: z.number() }),
      })
      .nullable()
      .describe('What became of readers, counted without persons and aged: after words of the question, and in all'),
  }),
  async handle(ctx, { q, id, lang }) {
    const query = { ...queryOf(ctx, { q, lang }), vector: await ctx.embeddings?.ofQuestion(q) }
    const doc = ctx.search.get(id)
    if (!doc || !isReadable(ctx, doc)) throw refuse.notFound()
    const explanation = ctx.search.explain(query, id)
    return {
      ...explanation,
      title: doc.title,
      rank: explanation.rank ?? null,
      lists: explanation.lists ?? null,
      experience: explanation.experience ?? null,
    }
  },
})
