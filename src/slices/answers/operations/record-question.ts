import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { queryOf } from '../found.ts'
import { differingWords, scrub } from '../rules.ts'
import { countMissing } from '../store/missing.ts'
import { countRephrasing } from '../store/rephrasings.ts'
import { Question } from './search.ts'

export const recordQuestion = defineOperation({
  name: 'answers.recordQuestion',
  summary: 'Note, without any personal data, that a question found no answer, or with which words it then did',
  kind: 'command',
  http: { method: 'POST', path: '/search/questions' },
  channels: ['web', 'api'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 3600 },
  input: z.object({
    q: Question,
    after: Question.optional().describe('The question before this one, which had found nothing'),
  }),
  output: z.object({ kept: z.enum(['missing', 'rephrasing', 'nothing']) }),
  examples: [{ title: 'Something nobody has written about', input: { q: 'Qwertzuiop Vulkanausbruch' } }],
  async handle(ctx, { q, after }) {
    const question = scrub(q)
    if (!question) return { kept: 'nothing' as const }
    // Never believed from outside: asked again here, so that nobody can fill the editors' list with what is answered.
    if (!answered(q)) {
      const { id } = await countMissing(ctx, question)
      ctx.emit({ type: 'question.missed', subject: { kind: 'missing-question', id }, payload: { lang: ctx.lang } })
      return { kept: 'missing' as const }
    }
    const failed = after ? scrub(after) : null
    if (!after || !failed || answered(after) || !differingWords(failed, question)) return { kept: 'nothing' as const }
    await countRephrasing(ctx, failed, question)
    return { kept: 'rephrasing' as const }

    function answered(text: string): boolean {
      return ctx.search.search({ ...queryOf(ctx, { q: text }), limit: 1 }).answered
    }
  },
})
