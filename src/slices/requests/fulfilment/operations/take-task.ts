import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { namesOfPersons, reportingOf } from '../../../identity/index.ts'
import { findTaskFor } from '../sight.ts'
import { updateWork } from '../store/work.ts'
import { TaskView, taskView } from '../views.ts'
import { refuseEnded, withTask } from '../with-task.ts'

/** Somebody takes a task, or gives it to a colleague of the team, or back to all of them. */
export const takeTask = defineOperation({
  name: 'requests.takeTask',
  summary: 'Take a task, give it to somebody of the team, or back to the whole team',
  kind: 'command',
  http: { method: 'PUT', path: '/tasks/{id}/assignee' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({
    id: Id,
    assigneeId: Id.nullable().optional().describe('Whom to give it to; null: back to the team; left out: to me'),
    from: Id.nullable().optional().describe('Whose it is as far as I know; refused when somebody was quicker'),
  }),
  output: TaskView,
  load: (ctx, { id }) => findTaskFor(ctx, id),
  async handle(ctx, { id, assigneeId = ctx.actor.personId, from }, task) {
    await withTask(ctx, task, async (_request, _item, work) => {
      refuseEnded(work)
      if (from !== undefined && work.assignee_id !== from && work.assignee_id !== assigneeId) {
        const names = await namesOfPersons(ctx, work.assignee_id ? [work.assignee_id] : [])
        const name = names.get(work.assignee_id ?? '') ?? '—'
        throw refuse.conflict('requests.task_taken', 'requests.fulfilment.taskTaken', { name })
      }
      if (assigneeId && assigneeId !== ctx.actor.personId) {
        const { membersOf } = await reportingOf(ctx, { personIds: [], teamIds: work.team_id ? [work.team_id] : [] })
        if (!work.team_id || !membersOf(work.team_id).includes(assigneeId))
          throw refuse.field('assigneeId', 'requests.fulfilment.notInTeam')
      }
      await updateWork(ctx.db, id, { assigneeId }, ctx.now())
      ctx.emit({
        type: 'task.assigned',
        subject: { kind: 'task', id },
        payload: { requestId: work.request_id, assigneeId },
      })
    })
    return taskView(ctx, (await findTaskFor(ctx, id)) ?? task)
  },
})
