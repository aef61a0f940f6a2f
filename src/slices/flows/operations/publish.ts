import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { FlowKey } from '../document.ts'
import { knownTo } from '../draft-view.ts'
import { problemsOf } from '../rules-publishing.ts'
import { findKept, publish as publishVersion } from '../store/keeping.ts'

/** Makes the draft what people get. Journeys under way stay on their version. */
export const publish = defineOperation({
  name: 'flows.publish',
  summary:
    'Publish the draft of guided help; refused while it has dead ends, loops, unreachable steps or failing test cases',
  kind: 'command',
  http: { method: 'POST', path: '/flow-drafts/{key}/publication' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({
    key: FlowKey,
    revision: z.coerce.number().int().min(1).max(2_000_000_000).describe('The draft that was looked at'),
    note: z.string().trim().max(300).default('').describe('What has changed, for other editors'),
  }),
  output: z.object({ version: z.number().int() }),
  load: (ctx, { key }) => findKept(ctx, key, { lock: true }),
  async handle(ctx, { revision, note }, { id, draft, draft_revision }) {
    if (draft_revision !== revision) throw refuse.conflict('flows.changed_meanwhile', 'flows.edit.changedMeanwhile')
    const problems = problemsOf(draft, await knownTo(ctx))
    if (problems.length > 0)
      throw refuse.invalid(
        problems.map(({ code, step, values }) => ({
          path: step ? ['steps', step] : [],
          key: `flows.problem.${code}`,
          values: { step: step ?? '', ...values },
        })),
      )
    const version = await publishVersion(ctx, id, draft, note)
    ctx.emit({ type: 'flow.published', subject: { kind: 'flow', id }, payload: { version } })
    return { version }
  },
})
