import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findTaskFor } from '../sight.ts'
import { TaskView, taskView } from '../views.ts'

/** One task, with everything that is needed to do it. */
export const readTask = defineOperation({
  name: 'requests.readTask',
  summary: 'Read a task of mine or of my teams',
  kind: 'query',
  http: { method: 'GET', path: '/tasks/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: TaskView,
  load: (ctx, { id }) => findTaskFor(ctx, id),
  handle: (ctx, _input, task) => taskView(ctx, task),
})
