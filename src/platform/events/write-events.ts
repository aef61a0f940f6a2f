import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'
import type { NewEvent } from '../../kernel/events.ts'
import type { Call } from '../../kernel/runner.ts'

/** Reactions to events, as one job. */
export interface Reacting {
  /** The queue that the job is put into. */
  queue: string
  /** Name of the job; it is given the ids of the events. */
  job: string
}

/**
 * Appends events in the operation's transaction (transactional outbox), and in the same statement the one job that does what reacts to
 * them. One text for any number of events, so that it is prepared once. The row of the job is what `boss.insert` would write, with the
 * settings of its queue; a test holds the two together.
 */
export async function writeEvents(
  db: Database,
  events: readonly NewEvent[],
  call: Call & { requestId: string },
  reacting: Reacting | null = null,
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ type, subject, payload = {} }) => ({ type, kind: subject.kind, id: subject.id, payload }))
  const { personId, channel, portal } = call.actor
  const written = sql`
    insert into events (type, subject_kind, subject_id, payload, actor_id, channel, portal, request_id)
    select type, kind, id, payload, ${personId}::uuid, ${channel}, ${portal}, ${call.requestId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event (type text, kind text, id text, payload jsonb)`
  if (!reacting) {
    await written.execute(db)
    return
  }
  await sql`
    with written as (${written} returning id)
    insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      expire_seconds, deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
    select name, jsonb_build_object('job', ${reacting.job}::text, 'data', (select jsonb_build_object('events', jsonb_agg(id order by id)) from written)),
      policy, retry_limit, retry_delay, coalesce(retry_backoff, false), retry_delay_max,
      expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second', dead_letter, heartbeat_seconds
    from pgboss.queue where name = ${reacting.queue}`.execute(db)
}
