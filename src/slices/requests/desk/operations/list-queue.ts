import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../../kernel/paging.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { QueueItem, queueItems } from '../desk-view.ts'
import { countToDo, listQueue as listRows, type QueuePlace } from '../store/desk.ts'
import { VIEWS } from '../views-of-desk.ts'

/** The desk's work: what is to be done, the earliest promise first. */
export const listQueue = defineOperation({
  name: 'requests.listQueue',
  summary: 'List the requests of the desk',
  kind: 'query',
  http: { method: 'GET', path: '/desk/requests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ ...PageInput, view: z.enum(VIEWS).default('to-do') }),
  output: pageOf(QueueItem).extend({ toDo: z.number().describe('How many are to be done, counted up to 1000') }),
  examples: [{ title: 'What is to be done', input: { view: 'to-do' } }],
  async handle(ctx, { cursor, limit, view }) {
    const rows = await listRows(ctx.db, ctx.actor, { view, after: placeOf(cursor), limit })
    const page = cutPage(rows, limit, (row) => [row.due.toISOString(), row.id])
    return { items: await queueItems(ctx, page.items), next: page.next, toDo: await countToDo(ctx.db) }
  },
})

function placeOf(cursor: string | undefined): QueuePlace | null {
  if (cursor === undefined) return null
  const [due, id] = decodeCursor(cursor, 2)
  const place = z.object({ due: Instant, id: Id }).safeParse({ due, id })
  if (!place.success) throw refuse.field('cursor', 'refusal.cursor')
  return { due: String(place.data.due), id: place.data.id }
}
