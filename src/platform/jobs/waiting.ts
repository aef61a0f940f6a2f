import type pg from 'pg'

/** A job that waits, told without what the queue library keeps for itself. */
export type WaitingJob = { name: string; data: object; startAfter: string; singletonKey: string | null }

/** Jobs that are still to be done, also those just being done: they count as done only when they have ended. */
export async function listWaiting(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows: found } = await client.query(`select to_regclass('pgboss.job') is not null as there`)
  if (!found[0]?.there) return []
  const { rows } = await client.query<WaitingJob>(`
    select name, data, start_after as "startAfter", singleton_key as "singletonKey"
    from pgboss.job
    where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'
    order by created_on`)
  return rows
}
