import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { FlowKey } from '../document.ts'
import { DraftView, draftView } from '../draft-view.ts'
import { findKept } from '../store/keeping.ts'

/** A flow with everything that its editors work with. */
export const readDraft = defineOperation({
  name: 'flows.readDraft',
  summary:
    'Read guided help as its editors do: the draft, what keeps it from being published, its versions and figures',
  kind: 'query',
  http: { method: 'GET', path: '/flow-drafts/{key}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey }),
  output: DraftView,
  examples: [{ title: 'No internet, no power', input: { key: 'outage' } }],
  load: (ctx, { key }) => findKept(ctx, key),
  handle: (ctx, _input, flow) => draftView(ctx, flow),
})
