import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { deleteView } from '../store/views.ts'

/** Forgets one of one's own views of the desk. */
export const dropView = defineOperation({
  name: 'requests.dropView',
  summary: 'Forget a view of the desk',
  kind: 'command',
  http: { method: 'DELETE', path: '/desk/views/{id}' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    if (!(await deleteView(ctx, id))) throw refuse.notFound()
    return {}
  },
})
