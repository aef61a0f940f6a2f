import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cleanText, Id, LangSchema } from '../../../kernel/schema.ts'
import { insertFeedback } from '../store/feedback.ts'
import { findReadableById } from '../store/read-article.ts'

/** Why an article did not help. */
export const REASONS = ['missing', 'wrong', 'unclear', 'other_question'] as const

/** Says whether an article helped, and why not. Not noted: who says it. The owner hears of what should be mended. */
export const rateArticle = defineOperation({
  name: 'knowledge.rateArticle',
  summary: 'Say whether an article was helpful',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/ratings' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 600, visitors: 300 },
  input: z.object({
    id: Id,
    lang: LangSchema.optional(),
    helpful: z.union([z.boolean(), z.stringbool()]),
    reason: z.enum(REASONS).optional(),
    comment: z.string().transform(cleanText).pipe(z.string().max(2000)).optional(),
  }),
  output: z.object({ id: Id }),
  load: (ctx, { id, lang }) => findReadableById(ctx, { id, lang: lang ?? ctx.lang }),
  async handle(ctx, { helpful, reason, comment }, article) {
    const id = await insertFeedback(ctx, article, {
      helpful,
      reason: helpful ? null : (reason ?? null),
      comment: comment || null,
    })
    ctx.emit({
      type: 'article.rated',
      subject: { kind: 'article', id: article.id },
      payload: { feedback: id, helpful },
    })
    return { id }
  },
})
