import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { FlowKey } from '../document.ts'
import { runTest } from '../rules.ts'
import { findKept } from '../store/keeping.ts'
import { todayOf } from '../today.ts'

/** Runs the test cases of a draft. */
export const runTests = defineOperation({
  name: 'flows.runTests',
  summary: 'Run the test cases that are kept with the draft of guided help',
  kind: 'query',
  http: { method: 'GET', path: '/flow-drafts/{key}/tests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey }),
  output: z.object({
    results: z.array(
      z.object({
        name: z.string(),
        passed: z.boolean(),
        at: z.string().describe('The end reached, or the step at which it stands'),
        end: z.string().describe('The end expected'),
      }),
    ),
  }),
  examples: [{ title: 'No internet, no power', input: { key: 'outage' } }],
  load: (ctx, { key }) => findKept(ctx, key),
  async handle(ctx, _input, { draft }) {
    const today = await todayOf(ctx)
    return { results: draft.tests.map((test) => ({ name: test.name, end: test.end, ...runTest(draft, test, today) })) }
  },
})
