import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** A step from one place to another; an empty `from` is the beginning. */
export interface Move {
  from: string
  to: string
}

/** Counts moves so many times, or takes them back (`by` below zero). Rows are touched in one order, so that two journeys never wait for each other in a circle. */
export async function countMoves(ctx: Ctx, flowId: string, version: number, moves: readonly Move[], by: number) {
  if (moves.length === 0) return
  const sorted = [...moves].sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1))
  await sql`
    insert into flow_moves (flow_id, version, from_step, to_step, moves)
    select ${flowId}::uuid, ${version}::int, m.from_step, m.to_step, ${by}::int
    from unnest(${sorted.map((move) => move.from)}::text[], ${sorted.map((move) => move.to)}::text[]) m (from_step, to_step)
    on conflict (flow_id, version, from_step, to_step) do update set moves = greatest(flow_moves.moves + excluded.moves, 0)`.execute(
    ctx.db,
  )
}

/** How often each move was made in a version. */
export async function listMoves(ctx: Ctx, flowId: string, version: number) {
  return ctx.db
    .selectFrom('flow_moves')
    .select(['from_step as from', 'to_step as to', 'moves'])
    .where('flow_id', '=', flowId)
    .where('version', '=', version)
    .execute()
}
