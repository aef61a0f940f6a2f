import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import type { Hit } from '../../../kernel/search.ts'
import { promptFor, type Source } from '../composing/prompt.ts'
import { sentencesIn } from '../composing/sentences.ts'
import { isSupported } from '../composing/support.ts'
import { addressOf, queryOf } from '../found.ts'
import { Narrowings } from '../narrowing.ts'
import { Question } from './search.ts'

const MOST_SENTENCES = 5
/** Things found, and passages of each, that the model is shown. */
const MOST_HITS = 5
const MOST_PASSAGES = 2
const TIMEOUT_MS = 30_000

const Sentence = z.object({
  text: z.string(),
  sources: z
    .array(z.object({ number: z.number().int(), title: z.string(), url: z.string(), passage: z.string() }))
    .describe('The passages that support it; all of them readable for the asker'),
})
export type ComposedSentence = z.output<typeof Sentence>

/** An answer in one piece, every sentence of which is supported by a passage that the asker may read. */
export const compose = defineOperation({
  name: 'answers.compose',
  summary:
    'Put what was found together into one answer by a language model; every sentence cites the passage that supports it',
  kind: 'query',
  http: { method: 'GET', path: '/search/composition' },
  channels: ['web', 'api'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 600, visitors: 100 },
  input: z.object({ q: Question, narrowed: Narrowings }),
  output: z.object({
    available: z.boolean().describe('Whether a model is set up; without one the passages of the search are the answer'),
    sentences: z.array(Sentence).describe('None: nothing that was found supports an answer'),
  }),
  examples: [{ title: 'From several passages', input: { q: 'Wie melde ich meinen Zählerstand?' } }],
  async handle(ctx, { q, narrowed }) {
    if (!ctx.chat) return { available: false, sentences: [] }
    const found = ctx.search.search({ ...queryOf(ctx, { q }), narrowed, limit: MOST_HITS })
    if (!found.answered) return { available: true, sentences: [] }
    const passages = passagesOf(found.hits)
    const sentences: ComposedSentence[] = []
    try {
      const said = ctx.chat.say(promptFor(q, passages, ctx.lang), AbortSignal.timeout(TIMEOUT_MS))
      for await (const sentence of sentencesIn(said)) {
        if (!isSupported(sentence, passages) || sentences.some(({ text }) => text === sentence.text)) continue
        sentences.push(composed(sentence, passages))
        ctx.part(sentences.at(-1))
        if (sentences.length === MOST_SENTENCES) break
      }
    } catch (error) {
      // What is supported so far stays an answer.
      ctx.log.warn({ err: error, requestId: ctx.requestId }, 'the language model did not answer')
    }
    return { available: true, sentences }
  },
})

interface Passage extends Source {
  url: string
}

/** What was found for this asker, so nothing else, with numbers to cite it by. */
function passagesOf(hits: readonly Hit[]): Passage[] {
  return hits
    .flatMap(({ doc, passages }) =>
      passages.slice(0, MOST_PASSAGES).map(({ text, heading }) => ({
        title: doc.title,
        text: heading && heading !== doc.title ? `${heading}: ${text}` : text,
        url: addressOf(doc),
      })),
    )
    .map((passage, place) => ({ ...passage, number: place + 1 }))
}

function composed({ text, cites }: { text: string; cites: number[] }, passages: readonly Passage[]): ComposedSentence {
  const sources = passages.filter(({ number }) => cites.includes(number))
  return {
    text,
    sources: sources.map((source) => ({
      number: source.number,
      title: source.title,
      url: source.url,
      passage: source.text,
    })),
  }
}
