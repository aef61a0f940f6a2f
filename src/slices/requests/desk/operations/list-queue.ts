import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../../kernel/paging.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { QueueFilter } from '../filter.ts'
import { QueueItem, queueItems } from '../queue-item.ts'
import { viewOf } from '../queue-view.ts'
import { listQueue as listRows, type QueuePlace } from '../store/queue.ts'

/** The desk's work: what is to be done, the earliest promise first. */
export const listQueue = defineOperation({
  name: 'requests.listQueue',
  summary: 'List the requests of the desk, narrowed by queue, team, kind, state, priority, tag, portal or words',
  kind: 'query',
  http: { method: 'GET', path: '/desk/requests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ ...PageInput, ...QueueFilter.shape }),
  output: pageOf(QueueItem),
  examples: [{ title: 'What is to be done', input: { queue: 'to-do' } }],
  async handle(ctx, { cursor, limit, ...filter }) {
    const view = await viewOf(ctx, filter)
    const rows = await listRows(ctx.db, view, placeOf(cursor), limit)
    const page = cutPage(rows, limit, (row) => [row.due.toISOString(), row.id])
    return { items: await queueItems(ctx, page.items), next: page.next }
  },
})

function placeOf(cursor: string | undefined): QueuePlace | null {
  if (cursor === undefined) return null
  const [due, id] = decodeCursor(cursor, 2)
  const place = z.object({ due: Instant, id: Id }).safeParse({ due, id })
  if (!place.success) throw refuse.field('cursor', 'refusal.cursor')
  return { due: String(place.data.due), id: place.data.id }
}
