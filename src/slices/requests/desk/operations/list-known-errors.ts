import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../../kernel/paging.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { KnownErrorSummary, knownErrorSummary, teamNames } from '../known-error-view.ts'
import { sightOf } from '../sight.ts'
import { listKnownErrors as listRows } from '../store/known-errors.ts'

/** What repeats in many requests. */
export const listKnownErrors = defineOperation({
  name: 'requests.listKnownErrors',
  summary: 'List known errors with how many requests hang on them',
  kind: 'query',
  http: { method: 'GET', path: '/desk/known-errors' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ ...PageInput, state: z.enum(['open', 'solved']).default('open') }),
  output: pageOf(KnownErrorSummary),
  examples: [{ title: 'Open known errors', input: { state: 'open' } }],
  async handle(ctx, { cursor, limit, state }) {
    const sight = await sightOf(ctx)
    if (!sight) throw refuse.forbidden()
    const rows = await listRows(ctx.db, sight, { state, after: placeOf(cursor), limit })
    const page = cutPage(rows, limit, (row) => [row.id])
    const teams = await teamNames(ctx)
    return { items: page.items.map((row) => knownErrorSummary(row, row.attached, teams)), next: page.next }
  },
})

function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const [id] = decodeCursor(cursor, 1)
  if (!Id.safeParse(id).success) throw refuse.field('cursor', 'refusal.cursor')
  return String(id)
}
