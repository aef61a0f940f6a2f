import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { FlowKey, PropertiesInput } from '../document.ts'
import { findKept, updateProperties } from '../store/keeping.ts'
import { audienceIdOf } from '../take-in.ts'

/** Says where a flow stands and whom it is for. In force at once, for journeys under way as well. */
export const changeProperties = defineOperation({
  name: 'flows.changeProperties',
  summary: 'Change topic, order, icon, audience and portals of guided help; in force at once',
  kind: 'command',
  http: { method: 'PUT', path: '/flow-drafts/{key}/properties' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey, ...PropertiesInput }),
  output: z.object({}),
  load: (ctx, { key }) => findKept(ctx, key, { lock: true }),
  async handle(ctx, { icon, topic, position, audience, portals }, { id }) {
    await updateProperties(ctx, id, { icon, topic, position, portals, audience_id: await audienceIdOf(ctx, audience) })
    ctx.emit({ type: 'flow.changed', subject: { kind: 'flow', id } })
    return {}
  },
})
