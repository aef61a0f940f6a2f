import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { listRequestsOf } from '../store/requests.ts'
import { RequestSummary, summaryOf } from '../views.ts'

/** One's own requests, newest first. */
export const listMine = defineOperation({
  name: 'requests.listMine',
  summary: 'List my requests, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/requests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ ...PageInput, show: z.enum(['all', 'open', 'done']).default('all') }),
  output: pageOf(RequestSummary),
  examples: [{ title: 'What is not done yet', input: { show: 'open' } }],
  async handle(ctx, { cursor, limit, show }) {
    if (ctx.actor.personId === null) return { items: [], next: null }
    const open = show === 'all' ? null : show === 'open'
    const rows = await listRequestsOf(ctx.db, ctx.actor.personId, { after: placeOf(cursor), limit, open })
    const page = cutPage(rows, limit, (row) => [row.id])
    return { items: page.items.map(summaryOf), next: page.next }
  },
})

/** The id in a cursor. */
export function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Id.safeParse(decodeCursor(cursor, 1)[0])
  if (!id.success) throw refuse.field('cursor', 'refusal.cursor')
  return id.data
}
