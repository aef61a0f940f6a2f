import { sql } from 'kysely'
import type { Channel } from '../../kernel/actor.ts'
import type { Database } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'

/** How far a reader has come: every event of a transaction before `xid` has been seen, and those of `xid` up to `id`. */
export interface Position {
  xid: string
  id: number
}

/** The position of now: a reader that starts here sees only what is committed later. */
export async function currentPosition(db: Database): Promise<Position> {
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  return { xid: rows[0]?.xid ?? '0', id: 0 }
}

/** What was read: events in order, where to go on, whether there are more now, and whether some may not be read yet. */
interface Batch {
  events: Event[]
  position: Position
  more: boolean
  waiting: boolean
}

/**
 * Events after a position, in an order that never skips one: identity values are given before the commit, so a plain `id > n`
 * would lose events of transactions that end late. Events that a transaction still under way could precede have to wait.
 */
export async function readEvents(db: Database, after: Position, limit = 500): Promise<Batch> {
  const { rows } = await sql<EventRow & { is_settled: boolean }>`
    select id, xid::text as xid, type, subject_kind, subject_id, payload, actor_id, channel, portal, request_id, at,
      xid < pg_snapshot_xmin(pg_current_snapshot()) as is_settled
    from events
    where (xid, id) > (${after.xid}::xid8, ${after.id}::bigint)
    order by xid, id
    limit ${limit}`.execute(db)
  const settled = rows.filter((row) => row.is_settled)
  const last = settled.at(-1)
  return {
    events: settled.map(toEvent),
    position: last ? { xid: last.xid, id: Number(last.id) } : after,
    more: settled.length === limit,
    waiting: settled.length < rows.length,
  }
}

/** Events by their ids, in order; for jobs, which carry the ids only. */
export async function findEvents(db: Database, ids: readonly number[]): Promise<Event[]> {
  const { rows } = await sql<EventRow>`
    select id, xid::text as xid, type, subject_kind, subject_id, payload, actor_id, channel, portal, request_id, at
    from events where id = any(${[...ids]}::bigint[]) order by id`.execute(db)
  return rows.map(toEvent)
}

interface EventRow {
  id: string | number
  xid: string
  type: string
  subject_kind: string
  subject_id: string
  payload: Record<string, unknown>
  actor_id: string | null
  channel: string
  portal: string
  request_id: string
  at: Date
}

function toEvent(row: EventRow): Event {
  return {
    id: Number(row.id),
    type: row.type,
    subject: { kind: row.subject_kind, id: row.subject_id },
    payload: row.payload,
    actorId: row.actor_id,
    channel: row.channel as Channel,
    portal: row.portal,
    requestId: row.request_id,
    at: row.at,
  }
}
