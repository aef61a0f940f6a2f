import type { Ctx } from '../../kernel/ctx.ts'
import type { HandOver } from '../../kernel/hand-over.ts'
import { cleanLine } from '../../kernel/schema.ts'
import { clarifyingQuestion, Narrowings, narrowingViews } from './narrowing.ts'
import { LONGEST_QUESTION } from './rules.ts'

/**
 * A search, for the person who takes over: the question, and how it was narrowed down.
 * @param key the search as its address has it: `q=…&c=…`
 */
export async function handOverSearch(ctx: Ctx, key: string): Promise<HandOver | null> {
  const query = new URLSearchParams(key)
  const question = cleanLine((query.get('q') ?? '').slice(0, LONGEST_QUESTION))
  const narrowed = Narrowings.safeParse(query.getAll('c'))
  if (!question || !narrowed.success) return null
  const answers = await narrowingViews(ctx, narrowed.data)
  return {
    question,
    steps: answers.map(({ facet, isNone, labels }) => ({
      question: clarifyingQuestion(ctx.t, facet),
      answer: isNone ? ctx.t('answers.clarify.not', { values: labels.join(', ') }) : labels.join(', '),
    })),
    read: [],
  }
}
