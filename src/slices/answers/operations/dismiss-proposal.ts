import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { dismissRephrasing } from '../store/rephrasings.ts'

export const dismissProposal = defineOperation({
  name: 'answers.dismissProposal',
  summary: 'Do not propose these synonyms again',
  kind: 'command',
  http: { method: 'POST', path: '/search/synonyms/proposals/{id}/dismissal' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  async handle(ctx, { id }) {
    if (!(await dismissRephrasing(ctx, id))) throw refuse.notFound()
    ctx.emit({ type: 'synonym-proposal.dismissed', subject: { kind: 'rephrasing', id } })
    return { id }
  },
})
