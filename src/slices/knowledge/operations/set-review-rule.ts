import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { REVIEW } from '../rules.ts'

/** Whether somebody may publish what they wrote alone. */
export const setReviewRule = defineOperation({
  name: 'knowledge.setReviewRule',
  summary: 'Set whether a second person must see what is published',
  kind: 'command',
  http: { method: 'PUT', path: '/editing/review-rule' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({ fourEyes: z.stringbool().or(z.boolean()) }),
  output: z.object({ fourEyes: z.boolean() }),
  async handle(ctx, rule) {
    await ctx.settings.set(REVIEW, rule)
    return rule
  },
})
