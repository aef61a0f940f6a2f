import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../../kernel/paging.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { SHOWS } from '../shows.ts'
import { sightOf } from '../sight.ts'
import { countTasks, listTaskRows } from '../store/tasks.ts'
import { TaskView, taskViews } from '../views.ts'

/** What I, or my teams, have to do; what is stuck; what is done. */
export const listTasks = defineOperation({
  name: 'requests.listTasks',
  summary: 'List my tasks, those of my teams, what is stuck, or what is done: the earliest due first',
  kind: 'query',
  http: { method: 'GET', path: '/tasks' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ ...PageInput, show: z.enum(SHOWS).default('team') }),
  output: pageOf(TaskView).extend({
    counts: z.object({ mine: z.number(), team: z.number(), stuck: z.number() }).describe('Counted up to 100'),
  }),
  examples: [{ title: 'What my teams have to do', input: { show: 'team' } }],
  async handle(ctx, { cursor, limit, show }) {
    const sight = await sightOf(ctx)
    if (!sight) return { items: [], next: null, counts: { mine: 0, team: 0, stuck: 0 } }
    const rows = await listTaskRows(ctx.db, sight, { show, after: placeOf(cursor), limit })
    const page = cutPage(rows, limit, (row) => [
      (show === 'done' ? (row.ended_at as Date) : row.due).toISOString(),
      row.id,
    ])
    return { items: await taskViews(ctx, page.items), next: page.next, counts: await countTasks(ctx.db, sight) }
  },
})

function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null
  const [at, id] = decodeCursor(cursor, 2)
  const place = z.object({ at: Instant, id: Id }).safeParse({ at, id })
  if (!place.success) throw refuse.field('cursor', 'refusal.cursor')
  return { at: String(place.data.at), id: place.data.id }
}
