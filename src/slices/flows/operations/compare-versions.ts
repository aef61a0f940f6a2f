import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { type Difference, differencesOf } from '../differences.ts'
import { FlowKey } from '../document.ts'
import { findKept, findVersion, type KeptFlow } from '../store/keeping.ts'

const VersionNumber = z.coerce.number().int().min(0).max(1_000_000)

/** What changed between two versions, step by step. */
export const compareVersions = defineOperation({
  name: 'flows.compareVersions',
  summary: 'Compare two versions of guided help, step by step; 0 is the draft',
  kind: 'query',
  http: { method: 'GET', path: '/flow-drafts/{key}/comparison' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey, from: VersionNumber, to: VersionNumber }),
  output: z.object({
    differences: z.array(
      z.object({
        step: z.string().nullable().describe('null: texts and test cases of the flow as a whole'),
        kind: z.enum(['added', 'removed', 'changed']),
        before: z.string().describe('As YAML'),
        after: z.string().describe('As YAML'),
      }) satisfies z.ZodType<Difference>,
    ),
  }),
  async load(ctx, { key, from, to }) {
    const flow = await findKept(ctx, key)
    const [before, after] = flow ? [await versionOf(ctx, flow, from), await versionOf(ctx, flow, to)] : []
    return before && after && { before, after }
  },
  handle: async (_ctx, _input, { before, after }) => ({ differences: differencesOf(before, after) }),
})

function versionOf(ctx: Ctx, flow: KeptFlow, version: number) {
  return version === 0 ? flow.draft : findVersion(ctx, flow.id, version)
}
