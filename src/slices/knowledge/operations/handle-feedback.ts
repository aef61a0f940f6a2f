import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { findFeedback, updateHandled } from '../store/feedback.ts'

/** Says that one has dealt with what a reader said, or opens it again. */
export const handleFeedback = defineOperation({
  name: 'knowledge.handleFeedback',
  summary: 'Mark what a reader said as dealt with',
  kind: 'command',
  http: { method: 'PUT', path: '/editing/feedback/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, isHandled: z.stringbool().or(z.boolean()).default(true) }),
  output: z.object({}),
  load: (ctx, { id }) => findFeedback(ctx, id),
  async handle(ctx, { id, isHandled }) {
    await updateHandled(ctx, id, isHandled)
    return {}
  },
})
