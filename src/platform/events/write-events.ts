import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'
import type { NewEvent } from '../../kernel/events.ts'
import type { Call } from '../../kernel/runner.ts'

/** The channel on which every process hears that events were committed. */
export const EVENTS_CHANNEL = 'theke_events'

/**
 * Appends events in the operation's transaction (transactional outbox) and announces them; PostgreSQL delivers the
 * announcement at the commit, and only then.
 * @returns the ids of the events, in order
 */
export async function writeEvents(
  db: Database,
  events: readonly NewEvent[],
  call: Call & { requestId: string },
): Promise<number[]> {
  if (events.length === 0) return []
  const rows = await db
    .with('written', (q) =>
      q
        .insertInto('events')
        .values(
          events.map((event) => ({
            type: event.type,
            subject_kind: event.subject.kind,
            subject_id: event.subject.id,
            payload: JSON.stringify(event.payload ?? {}),
            actor_id: call.actor.personId,
            channel: call.actor.channel,
            portal: call.actor.portal,
            request_id: call.requestId,
          })),
        )
        .returning('id'),
    )
    .selectFrom('written')
    // Announced once, however many there are: PostgreSQL drops repetitions within a transaction.
    .select(['id', sql`pg_notify(${EVENTS_CHANNEL}, '')`.as('announced')])
    .orderBy('id')
    .execute()
  return rows.map((row) => Number(row.id))
}
