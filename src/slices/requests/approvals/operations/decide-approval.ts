import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { decideAsk } from '../decide.ts'
import { Decision, reasonOf } from '../decision.ts'
import { findAskFor } from '../find-ask.ts'
import { ApprovalView, approvalViews } from '../views.ts'

/** Approves or declines. Declining needs a reason: whoever asked has to know how to go on. */
export const decideApproval = defineOperation({
  name: 'requests.decideApproval',
  summary: 'Approve or decline something I am asked to approve; declining needs a reason',
  kind: 'command',
  http: { method: 'POST', path: '/approvals/{id}/decision' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  confirm: true,
  input: z.object({ id: Id, ...Decision }),
  output: ApprovalView,
  load: (ctx, { id }) => findAskFor(ctx, id),
  async handle(ctx, { outcome, reason }, ask) {
    await decideAsk(ctx, ask, { outcome, reason: reasonOf(outcome, reason) })
    const decided = await findAskFor(ctx, ask.id)
    const [view] = decided ? await approvalViews(ctx, [decided], ctx.actor.personId) : []
    if (!view) throw refuse.notFound()
    return view
  },
})
