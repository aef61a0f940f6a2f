import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findAskFor } from '../find-ask.ts'
import { ApprovalView, approvalViews } from '../views.ts'

/** One thing that I am asked to approve, with everything that is needed to decide. */
export const readApproval = defineOperation({
  name: 'requests.readApproval',
  summary: 'Read something I am asked to approve: what, for whom, at what cost, and who has decided before',
  kind: 'query',
  http: { method: 'GET', path: '/approvals/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: ApprovalView,
  load: async (ctx, { id }) => {
    const ask = await findAskFor(ctx, id)
    return ask && (await approvalViews(ctx, [ask], ctx.actor.personId))[0]
  },
  handle: async (_ctx, _input, view) => view,
})
