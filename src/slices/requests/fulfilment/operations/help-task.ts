import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { cleanText, Id } from '../../../../kernel/schema.ts'
import { teamChoices } from '../../../identity/index.ts'
import { OVERSEE } from '../../approvals/permission.ts'
import { begin, endWork } from '../progress.ts'
import { canBecome } from '../rules.ts'
import { findTaskFor } from '../sight.ts'
import { updateWork } from '../store/work.ts'
import { TaskView, taskView } from '../views.ts'
import { withTask } from '../with-task.ts'

/** What could not be done is started again, by the same team or another one; or the plan goes on without it. */
export const helpTask = defineOperation({
  name: 'requests.helpTask',
  summary: 'Start a task again that could not be done, give it to another team, or go on without it',
  kind: 'command',
  http: { method: 'POST', path: '/tasks/{id}/help' },
  channels: ['web', 'api', 'mcp'],
  requires: OVERSEE,
  input: z.object({
    id: Id,
    how: z.enum(['again', 'without']),
    teamId: Id.optional().describe('Another team to start it again with'),
    reason: z.string().max(2000).optional(),
  }),
  output: TaskView,
  load: (ctx, { id }) => findTaskFor(ctx, id),
  async handle(ctx, { id, how, teamId, reason }, task) {
    const tidy = cleanText(reason ?? '').trim() || null
    if (teamId && !(await teamChoices(ctx)).some((team) => team.id === teamId))
      throw refuse.field('teamId', 'requests.fulfilment.noTeam')
    await withTask(ctx, task, async (request, item, work) => {
      if (!canBecome(work.state, how === 'again' ? 'open' : 'unneeded') || work.state !== 'failed')
        throw refuse.conflict('requests.task_not_stuck', 'requests.fulfilment.notStuck')
      if (how === 'without') return endWork(ctx, request, item, work, { state: 'unneeded', reason: tidy })
      const change = { state: 'open' as const, reason: null, endedBy: null, assigneeId: null }
      await updateWork(ctx.db, id, { ...change, ...(teamId ? { teamId } : {}) }, ctx.now())
      await begin(ctx, request, item, { ...work, state: 'open', team_id: teamId ?? work.team_id })
    })
    return taskView(ctx, (await findTaskFor(ctx, id)) ?? task)
  },
})
