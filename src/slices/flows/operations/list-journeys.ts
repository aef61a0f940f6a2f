import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { signedId } from '../../../kernel/signed-id.ts'
import { JOURNEY, listGoing } from '../store/journeys.ts'
import { textAndLang } from '../texts.ts'

/** Continue where you left. */
export const listJourneys = defineOperation({
  name: 'flows.listJourneys',
  summary: 'List my journeys through guided help that have not ended, to be continued',
  kind: 'query',
  http: { method: 'GET', path: '/flow-journeys' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object(PageInput),
  output: pageOf(
    z.object({ link: z.string(), key: z.string(), title: z.string(), question: z.string(), changedAt: Instant }),
  ),
  examples: [{ title: 'Mine', input: {} }],
  async handle(ctx, { cursor, limit }) {
    const { items, next } = cutPage(await listGoing(ctx, placeOf(cursor), limit + 1), limit, (row) => [
      row.changed_at.toISOString(),
      row.id,
    ])
    const listed = items.map((row) => ({
      link: signedId(ctx.installation.secret, JOURNEY, row.id),
      key: row.key,
      title: textAndLang(row.title, ctx.lang).text,
      question: textAndLang(row.question, ctx.lang).text,
      changedAt: row.changed_at,
    }))
    return { items: listed, next }
  },
})

function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null
  const [at, id] = decodeCursor(cursor, 2)
  if (Number.isNaN(Date.parse(String(at))) || !Id.safeParse(id).success) throw refuse.field('cursor', 'refusal.cursor')
  return { at: String(at), id: String(id) }
}
