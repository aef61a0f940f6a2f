import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { decodeCursor, encodeCursor } from '../../../kernel/paging.ts'
import { cleanLine, Instant, LangSchema } from '../../../kernel/schema.ts'
import { answersAmong } from '../answering.ts'
import { FacetsView, facetsView, Narrowing, queryOf } from '../found.ts'
import { HitView, hitViews } from '../hit-view.ts'
import { ClarificationView, clarificationView, Narrowings, NarrowingView, narrowingViews } from '../narrowing.ts'
import { LONGEST_QUESTION } from '../rules.ts'

/** As far down a list as anybody goes; who needs more needs other words. */
const DEEPEST = 1000

/** Below this confidence what was found has little to do with the question. */
const ASKED_BACK_FROM = 0.25

/** Facets that people can answer by at a glance; the engine asks by words and titles besides. Keywords are neither. */
const CLARIFIED_BY = ['category', 'product', 'service', 'device', 'place', 'customer', 'error']

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
    narrowed: Narrowings.describe('Answers to clarifying questions so far, from `clarification`, in order'),
    clarify: z
      .enum(['unsure', 'always', 'never'])
      .default('unsure')
      .describe('Whether to ask back: when no answer stands out, also then, or not at all'),
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
    answers: z
      .array(
        z.object({
          id: z.string(),
          label: z.string().nullable().describe('What this one is for, when there are several'),
        }),
      )
      .describe(
        'The items whose passages answer the question: several when what is right depends on product or audience; none when not `answered`',
      ),
    composable: z.boolean().describe('Whether `answers.compose` may put it together'),
    clarification: ClarificationView.nullable().describe('The question to ask back, at most three in a row'),
    narrowed: z.array(NarrowingView).describe('The answers to clarifying questions, with names'),
    next: z.string().nullable(),
    asOf: Instant,
  }),
  examples: [
    { title: 'A question in own words', input: { q: 'Wie melde ich meinen Zählerstand?', lang: 'de' } },
    { title: 'Narrowed by an answer', input: { q: 'Rechnung', lang: 'de', narrowed: 'product=strom' } },
    { title: 'Only known errors', input: { q: 'internet', lang: 'en', kind: 'known-error' } },
  ],
  async handle(ctx, input) {
    const offset = input.cursor ? Math.min(Math.max(Number(decodeCursor(input.cursor, 1)[0]) || 0, 0), DEEPEST) : 0
    const result = ctx.search.search({
      ...queryOf(ctx, input),
      vector: input.q ? await ctx.embeddings?.ofQuestion(input.q) : undefined,
      limit: input.limit,
      offset,
      narrowed: input.narrowed,
      clarifyBy: CLARIFIED_BY,
      ...(input.clarify === 'never' || offset > 0 ? {} : { clarify: input.clarify }),
    })
    const items = await hitViews(ctx, result.hits)
    const [facets, narrowed, clarification] = await Promise.all([
      facetsView(ctx, result.facets),
      narrowingViews(ctx, input.narrowed),
      result.clarification && isWorthAsking(input, result.confidence)
        ? clarificationView(ctx, result.clarification)
        : null,
    ])
    const reached = offset + result.hits.length
    return {
      items,
      total: result.total,
      facets,
      didYouMean: result.didYouMean ?? null,
      confidence: result.confidence,
      answered: result.answered,
      answers: result.answered && offset === 0 ? answersAmong(items) : [],
      composable: result.answered && ctx.chat !== null,
      clarification,
      narrowed,
      next: result.hits.length > 0 && reached < result.total && reached <= DEEPEST ? encodeCursor([reached]) : null,
      asOf: ctx.now(),
    }
  },
})

/** Nobody is asked back about things that hardly anything speaks for: it is honest to say at once that there is no answer. */
function isWorthAsking({ clarify, narrowed }: { clarify: string; narrowed: readonly unknown[] }, confidence: number) {
  return clarify === 'always' || narrowed.length > 0 || confidence >= ASKED_BACK_FROM
}
