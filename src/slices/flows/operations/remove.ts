import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { FlowKey } from '../document.ts'
import { deleteFlow, findKept } from '../store/keeping.ts'
import { ownerOf } from '../take-in.ts'

/** Deletes a flow with its versions, journeys and figures. */
export const remove = defineOperation({
  name: 'flows.remove',
  summary: 'Delete guided help that is not published, with its versions, journeys and figures',
  kind: 'command',
  http: { method: 'DELETE', path: '/flow-drafts/{key}' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  confirm: true,
  input: z.object({ key: FlowKey }),
  output: z.object({}),
  load: (ctx, { key }) => findKept(ctx, key, { lock: true }),
  async handle(ctx, _input, { id, version }) {
    if (version !== null) throw refuse.conflict('flows.published', 'flows.edit.published')
    for (const file of await ctx.files.of(ownerOf(id))) await ctx.files.remove(file.id)
    await deleteFlow(ctx, id)
    ctx.emit({ type: 'flow.removed', subject: { kind: 'flow', id } })
    return {}
  },
})
