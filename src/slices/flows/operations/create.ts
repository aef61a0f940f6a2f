import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema, Line } from '../../../kernel/schema.ts'
import { FlowKey } from '../document.ts'
import { emptyDefinition, idOf } from '../edits.ts'
import { insertFlow } from '../store/keeping.ts'

/** Begins a new flow. */
export const create = defineOperation({
  name: 'flows.create',
  summary: 'Begin new guided help; nobody sees it before it is published',
  kind: 'command',
  http: { method: 'POST', path: '/flow-drafts' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({
    title: Line(120),
    lang: LangSchema,
    key: FlowKey.optional().describe('In its address; made of the title when left out'),
  }),
  output: z.object({ key: FlowKey }),
  async handle(ctx, { title, lang, key = keyOf(title) }) {
    const draft = emptyDefinition(title, lang)
    const place = { icon: 'route', topic: {}, position: 100, audience_id: null, portals: [] }
    const id = await insertFlow(ctx, { key, draft, ...place })
    ctx.emit({ type: 'flow.created', subject: { kind: 'flow', id } })
    return { key }
  },
})

/** What a title suggests; of a single letter, too. */
function keyOf(title: string): string {
  const id = idOf(title, new Set())
  return id.length > 1 ? id : `flow-${id}`
}
