import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { FlowKey } from '../document.ts'
import { findKept, findVersion, updateDraft } from '../store/keeping.ts'

/** Rolls the draft back to what was published before. Publishing it is a step of its own. */
export const restoreVersion = defineOperation({
  name: 'flows.restoreVersion',
  summary: 'Make an earlier version of guided help the draft again',
  kind: 'command',
  http: { method: 'POST', path: '/flow-drafts/{key}/restoration' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey, version: z.coerce.number().int().min(1).max(1_000_000) }),
  output: z.object({ revision: z.number().int() }),
  async load(ctx, { key, version }) {
    const flow = await findKept(ctx, key, { lock: true })
    const definition = flow && (await findVersion(ctx, flow.id, version))
    return definition && { flow, definition }
  },
  handle: async (ctx, _input, { flow, definition }) => ({ revision: await updateDraft(ctx, flow.id, definition) }),
})
