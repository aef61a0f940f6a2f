import { z } from 'zod'
import type { Answerable, FoundSlots, SlotValue } from '../../../kernel/answerable.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { queryWithin } from '../../../kernel/runner.ts'
import { Instant } from '../../../kernel/schema.ts'
import { queryOf } from '../found.ts'
import { Question } from './search.ts'

/** Titles of what the search found that a question may rather ask for. */
const RIVALS = 3

const OwnAnswerView = z.object({
  name: z.string().describe('What was asked for, e.g. `requests.open`'),
  figure: z.string(),
  text: z.string().describe('The answer as a sentence'),
  asOf: Instant,
  url: z.string().describe('Path below the portal, with the language, of the page where it stands'),
  link: z.string(),
  items: z.array(z.object({ title: z.string(), note: z.string(), url: z.string() })),
})
export type OwnAnswerView = z.output<typeof OwnAnswerView>

/** A question about one's own things, answered by the operation that knows. Most questions are none. */
export const askOwn = defineOperation({
  name: 'answers.askOwn',
  summary:
    'Answer a question about my own things, such as how my request stands, with a figure, its date and where it stands',
  kind: 'query',
  http: { method: 'GET', path: '/search/own' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  // Visitors who ask the same get the same; whoever is signed in is answered from their own things.
  shared: 'visitors',
  input: z.object({ q: Question.describe('The question, in any of the languages') }),
  output: z.object({ answer: OwnAnswerView.nullable().describe('Null: no question about my own things') }),
  examples: [
    { title: 'What is still open?', input: { q: 'Which of my requests are still open?', lang: 'en' } },
    { title: 'When are you back?', input: { q: 'Wann sind Sie wieder erreichbar?' } },
  ],
  async handle(ctx, { q }) {
    if (!q) return { answer: null }
    const match = ctx.answerables.match(q, ctx.lang, await slotsIn(ctx, q), rivalsOf(ctx, q))
    if (!match) return { answer: null }
    return { answer: await answerOf(ctx, match.answerable, match.slots) }
  },
})

/** The values that the question names, as the slices that declare slots find them. */
async function slotsIn(ctx: Ctx, question: string): Promise<FoundSlots> {
  const found = new Map<string, Record<string, SlotValue>>()
  for (const { name, slots } of ctx.answerables.all) {
    const values: Record<string, SlotValue> = {}
    for (const [slot, find] of Object.entries(slots)) {
      const value = await find(ctx, question)
      if (value) values[slot] = value
    }
    if (Object.keys(values).length > 0) found.set(name, values)
  }
  return found
}

/** What the search found for everybody: what is one's own is no rival to a question about one's own things. */
function rivalsOf(ctx: Ctx, q: string): string[] {
  const { hits } = ctx.search.search({ ...queryOf(ctx, { q }), person: null, limit: RIVALS })
  return hits.map(({ doc }) => doc.title)
}

async function answerOf(ctx: Ctx, answerable: Answerable, slots: Readonly<Record<string, string>>) {
  try {
    const output = await queryWithin(ctx, answerable.operation, answerable.input(slots))
    const answer = await answerable.answer(ctx, output, slots)
    if (!answer) return null
    const at = (path: string) => `/${ctx.lang}${path}`
    return {
      name: answerable.name,
      figure: answer.figure,
      text: answer.text,
      asOf: answer.asOf,
      url: at(answer.path),
      link: answer.link,
      items: (answer.items ?? []).map(({ title, note, path }) => ({ title, note, url: at(path) })),
    }
  } catch (error) {
    // Somebody else's, or for those who are signed in: then it is an ordinary question.
    if (error instanceof Refusal) return null
    throw error
  }
}
