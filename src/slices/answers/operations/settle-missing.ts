import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { findMissing, reopenMissing, settleMissing } from '../store/missing.ts'

export const settleMissingQuestion = defineOperation({
  name: 'answers.settleMissing',
  summary: 'Say what was done about a question asked in vain, or open it again',
  kind: 'command',
  http: { method: 'POST', path: '/search/missing/{id}/settlement' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({
    id: Id,
    how: z
      .enum(['article', 'synonym', 'not_ours', 'open'])
      .describe('`not_ours`: it does not come back when asked again'),
  }),
  output: z.object({ id: Id, state: z.enum(['open', 'settled']) }),
  load: (ctx, { id }) => findMissing(ctx, id),
  async handle(ctx, { id, how }) {
    if (how === 'open') await reopenMissing(ctx, id)
    else await settleMissing(ctx, id, how)
    ctx.emit({ type: 'missing-question.settled', subject: { kind: 'missing-question', id }, payload: { how } })
    return { id, state: how === 'open' ? ('open' as const) : ('settled' as const) }
  },
})
