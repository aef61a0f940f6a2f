import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { cleanText, Id } from '../../../../kernel/schema.ts'
import { endWork } from '../progress.ts'
import { findTaskFor } from '../sight.ts'
import { updateWork } from '../store/work.ts'
import { TaskView, taskView } from '../views.ts'
import { refuseEnded, withTask } from '../with-task.ts'

/** A task is done, or cannot be done, which needs a reason. */
export const finishTask = defineOperation({
  name: 'requests.finishTask',
  summary: 'Say that a task is done, or that it cannot be done and why',
  kind: 'command',
  http: { method: 'POST', path: '/tasks/{id}/end' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  confirm: true,
  input: z.object({
    id: Id,
    state: z.enum(['done', 'failed']),
    reason: z.string().max(2000).optional().describe('Required when it cannot be done'),
    done: z.array(z.coerce.number().int().min(0).max(99)).max(100).optional().describe('Lines of the checklist'),
  }),
  output: TaskView,
  load: (ctx, { id }) => findTaskFor(ctx, id),
  access: (_ctx, _input, task) => task.kind === 'task',
  async handle(ctx, { id, state, reason, done }, task) {
    const tidy = cleanText(reason ?? '').trim() || null
    if (state === 'failed' && tidy === null) throw refuse.field('reason', 'requests.fulfilment.reasonNeeded')
    await withTask(ctx, task, async (request, item, work) => {
      refuseEnded(work)
      const checklist = work.checklist.map((line, n) => (done ? { ...line, done: done.includes(n) } : line))
      if (state === 'done' && checklist.some((line) => !line.done))
        throw refuse.field('done', 'requests.fulfilment.checkFirst')
      await updateWork(ctx.db, id, { checklist, assigneeId: work.assignee_id ?? ctx.actor.personId }, ctx.now())
      await endWork(ctx, request, item, work, { state, reason: tidy })
    })
    return taskView(ctx, (await findTaskFor(ctx, id)) ?? task)
  },
})
