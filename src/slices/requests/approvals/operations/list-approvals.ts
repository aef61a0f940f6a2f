import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../../kernel/paging.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { countWaiting, listDecided, listWaiting } from '../store/lists.ts'
import { substitutedBy } from '../store/substitutions.ts'
import { todayOf } from '../today.ts'
import { ApprovalView, approvalViews } from '../views.ts'

/** What waits for my approval, or what I have decided. */
export const listApprovals = defineOperation({
  name: 'requests.listApprovals',
  summary: 'List what waits for my approval, also in the place of those I substitute, or what I have decided',
  kind: 'query',
  http: { method: 'GET', path: '/approvals' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ ...PageInput, show: z.enum(['waiting', 'decided']).default('waiting') }),
  output: pageOf(ApprovalView).extend({ waiting: z.number().describe('How many wait, counted up to 100') }),
  examples: [{ title: 'What waits for me', input: { show: 'waiting' } }],
  async handle(ctx, { cursor, limit, show }) {
    const me = ctx.actor.personId
    if (me === null) return { items: [], next: null, waiting: 0 }
    const substituted = await substitutedBy(ctx.db, me, await todayOf(ctx))
    const waiting = await countWaiting(ctx.db, me, substituted)
    const page =
      show === 'waiting'
        ? await waitingPage(ctx, me, substituted, cursor, limit)
        : await decidedPage(ctx, me, cursor, limit)
    return { items: await approvalViews(ctx, page.items, me), next: page.next, waiting }
  },
})

async function waitingPage(
  ctx: Ctx,
  me: string,
  substituted: readonly string[],
  cursor: string | undefined,
  limit: number,
) {
  const after = cursor === undefined ? null : Id.safeParse(decodeCursor(cursor, 1)[0])
  if (after && !after.success) throw refuse.field('cursor', 'refusal.cursor')
  const rows = await listWaiting(ctx.db, me, substituted, { after: after?.data ?? null, limit })
  return cutPage(rows, limit, (row) => [row.id])
}

async function decidedPage(ctx: Ctx, me: string, cursor: string | undefined, limit: number) {
  const rows = await listDecided(ctx.db, me, { after: placeOf(cursor), limit })
  return cutPage(rows, limit, (row) => [(row.decidedAt as Date).toISOString(), row.id])
}

function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null
  const [at, id] = decodeCursor(cursor, 2)
  const place = z.object({ at: Instant, id: Id }).safeParse({ at, id })
  if (!place.success) throw refuse.field('cursor', 'refusal.cursor')
  return { at: String(place.data.at), id: place.data.id }
}
