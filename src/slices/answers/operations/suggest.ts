import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { addressOf, isShownIn, kindOf } from '../found.ts'
import { Question } from './search.ts'

/** As many as the index gives. */
const MOST = 20

export const suggestOperation = defineOperation({
  name: 'answers.suggest',
  summary: 'Complete a question while it is being typed: things to open and wordings to search for',
  kind: 'query',
  http: { method: 'GET', path: '/search/suggestions' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: 'visitors',
  input: z.object({
    q: Question,
    lang: LangSchema.optional(),
    limit: z.coerce.number().int().min(1).max(MOST).default(7),
  }),
  output: z.object({
    items: z.array(
      z.object({
        text: z.string(),
        marks: z.array(z.tuple([z.number(), z.number()])),
        url: z.string().nullable().describe('Where it is; null: a wording to search for'),
        kind: z.string().nullable(),
        lang: z.string().nullable(),
      }),
    ),
  }),
  examples: [{ title: 'The beginning of a word', input: { q: 'zähl', lang: 'de' } }],
  async handle(ctx, { q, lang, limit }) {
    if (!q) return { items: [] }
    const suggestions = ctx.search.suggest({
      text: q,
      lang: lang ?? ctx.lang,
      audiences: ctx.actor.audiences,
      person: ctx.actor.personId,
      limit: MOST,
    })
    const here = suggestions.filter(({ doc }) => !doc || isShownIn(doc, ctx.actor.portal)).slice(0, limit)
    return {
      items: here.map(({ text, marks, doc }) => ({
        text,
        marks,
        url: doc ? addressOf(doc) : null,
        kind: doc ? kindOf(doc) : null,
        lang: doc?.lang ?? null,
      })),
    }
  },
})
