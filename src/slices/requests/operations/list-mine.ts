import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { RequestFilter } from '../lists/filter.ts'
import { listVisible } from '../store/lists.ts'
import { RequestSummary, summariesOf } from '../views.ts'

/** One's own requests, those shared with one or, by role, those of one's organisation; newest first. */
export const listMine = defineOperation({
  name: 'requests.listMine',
  summary: 'List my requests, those shared with me or those of my organisation, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/requests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: RequestFilter.extend(PageInput),
  output: pageOf(RequestSummary),
  examples: [
    { title: 'What is not done yet', input: { show: 'open' } },
    { title: 'About the invoice', input: { q: 'Rechnung' } },
  ],
  async handle(ctx, { cursor, limit, show, scope, type, q }) {
    const rows = await listVisible(ctx.db, ctx.actor, {
      scope,
      after: placeOf(cursor),
      limit,
      open: show === 'all' ? null : show === 'open',
      type: type || null,
      text: q || null,
    })
    const page = cutPage(rows, limit, (row) => [row.id])
    return { items: await summariesOf(ctx, page.items), next: page.next }
  },
})

/** The id in a cursor. */
function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Id.safeParse(decodeCursor(cursor, 1)[0])
  if (!id.success) throw refuse.field('cursor', 'refusal.cursor')
  return id.data
}
