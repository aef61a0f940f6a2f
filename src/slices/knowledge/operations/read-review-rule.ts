import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { REVIEW } from '../rules.ts'

/** Whether a second person must see what is published. */
export const readReviewRule = defineOperation({
  name: 'knowledge.readReviewRule',
  summary: 'Read whether a second person must see what is published',
  kind: 'query',
  http: { method: 'GET', path: '/editing/review-rule' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({}),
  output: z.object({ fourEyes: z.boolean() }),
  examples: [{ title: 'The rule', input: {} }],
  handle: (ctx) => ctx.settings.get(REVIEW),
})
