import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { FlowKey } from '../document.ts'
import { findKept, withdraw as withdrawFlow } from '../store/keeping.ts'

/** Takes a flow from people; whoever is on their way may go on. */
export const withdraw = defineOperation({
  name: 'flows.withdraw',
  summary: 'Take guided help from people; journeys under way may go on',
  kind: 'command',
  http: { method: 'DELETE', path: '/flow-drafts/{key}/publication' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey }),
  output: z.object({}),
  load: (ctx, { key }) => findKept(ctx, key, { lock: true }),
  async handle(ctx, _input, { id }) {
    await withdrawFlow(ctx, id)
    ctx.emit({ type: 'flow.withdrawn', subject: { kind: 'flow', id } })
    return {}
  },
})
