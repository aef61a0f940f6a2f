import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'

/**
 * Counts a call in a fixed window, over all processes, in one statement. Of `who` (a person, a network address, a mailbox) only the hash is
 * kept.
 * @returns seconds until the window ends when the limit is used up, else 0
 */
export async function countCall(
  db: Database,
  operation: string,
  who: string,
  limit: { limit: number; seconds: number },
): Promise<number> {
  const key = `${operation}|${createHash('sha256').update(who).digest('base64url')}`
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into call_counts as c (key, window_start, count)
    values (${key}, clock_timestamp(), 1)
    on conflict (key) do update set
      count = case when c.window_start < clock_timestamp() - make_interval(secs => ${limit.seconds}) then 1 else c.count + 1 end,
      window_start = case when c.window_start < clock_timestamp() - make_interval(secs => ${limit.seconds}) then clock_timestamp() else c.window_start end
    returning count, ceil(extract(epoch from window_start + make_interval(secs => ${limit.seconds}) - clock_timestamp()))::int as wait`.execute(
    db,
  )
  const row = rows[0]
  return row && row.count > limit.limit ? Math.max(1, row.wait) : 0
}

/** Forgets windows that ended long ago. */
export async function forgetOldCounts(db: Database): Promise<void> {
  await sql`delete from call_counts where window_start < now() - interval '1 day'`.execute(db)
}
