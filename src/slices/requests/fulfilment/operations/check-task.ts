import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findTaskFor } from '../sight.ts'
import { updateWork } from '../store/work.ts'
import { TaskView, taskView } from '../views.ts'
import { refuseEnded, withTask } from '../with-task.ts'

/** Says which lines of a task's checklist are done. */
export const checkTask = defineOperation({
  name: 'requests.checkTask',
  summary: 'Say which lines of the checklist of a task are done',
  kind: 'command',
  http: { method: 'PUT', path: '/tasks/{id}/checklist' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({
    id: Id,
    done: z.array(z.coerce.number().int().min(0).max(99)).max(100).describe('Numbers of the lines, from 0'),
  }),
  output: TaskView,
  load: (ctx, { id }) => findTaskFor(ctx, id),
  async handle(ctx, { id, done }, task) {
    await withTask(ctx, task, async (_request, _item, work) => {
      refuseEnded(work)
      const checklist = work.checklist.map((line, n) => ({ ...line, done: done.includes(n) }))
      await updateWork(ctx.db, id, { checklist }, ctx.now())
    })
    return taskView(ctx, (await findTaskFor(ctx, id)) ?? task)
  },
})
