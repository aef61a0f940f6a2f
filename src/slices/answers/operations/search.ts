import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { decodeCursor, encodeCursor } from '../../../kernel/paging.ts'
import { cleanLine, Instant, LangSchema } from '../../../kernel/schema.ts'
import { addressOf, FacetsView, facetsView, HitView, hitView, Narrowing, queryOf } from '../found.ts'
import { LONGEST_QUESTION } from '../rules.ts'

/** As far down a list as anybody goes; who needs more needs other words. */
const DEEPEST = 1000

/** What somebody asks, in own words. */
export const Question = z.string().max(LONGEST_QUESTION).transform(cleanLine)

export const searchOperation = defineOperation({
  name: 'answers.search',
  summary: 'Search everything one may read, in own words',
  kind: 'query',
  http: { method: 'GET', path: '/search' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: 'visitors',
  input: z.object({
    q: Question.describe('The question or words, in any of the languages'),
    lang: LangSchema.optional().describe('Language that the asker reads; default: that of the call'),
    ...Narrowing,
    limit: z.coerce.number().int().min(1).max(50).default(10).describe('How many at most'),
    cursor: z.string().max(200).optional().describe('Opaque cursor: `next` of the page before'),
  }),
  output: z.object({
    items: z.array(HitView),
    total: z.number().int().describe('Things found, translations of one counted once'),
    facets: FacetsView,
    didYouMean: z.string().nullable().describe('The question with words spelt as they are in what one may read'),
    confidence: z.number().describe('How likely the first item answers the question, 0 to 1'),
    answered: z.boolean().describe('Whether the confidence reaches the threshold; when not, the items are only near'),
    next: z.string().nullable(),
    asOf: Instant,
  }),
  examples: [
    { title: 'A question in own words', input: { q: 'Wie melde ich meinen Zählerstand?', lang: 'de' } },
    { title: 'Only known errors', input: { q: 'internet', lang: 'en', kind: 'known-error' } },
  ],
  async handle(ctx, input) {
    const offset = input.cursor ? Math.min(Math.max(Number(decodeCursor(input.cursor, 1)[0]) || 0, 0), DEEPEST) : 0
    const result = ctx.search.search({ ...queryOf(ctx, input), limit: input.limit, offset })
    const reached = offset + result.hits.length
    return {
      items: result.hits.map((hit) => hitView(hit, addressOf(hit.doc))),
      total: result.total,
      facets: await facetsView(ctx, result.facets),
      didYouMean: result.didYouMean ?? null,
      confidence: result.confidence,
      answered: result.answered,
      next: result.hits.length > 0 && reached < result.total && reached <= DEEPEST ? encodeCursor([reached]) : null,
      asOf: ctx.now(),
    }
  },
})
