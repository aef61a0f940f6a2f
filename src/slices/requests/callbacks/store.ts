import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** How many calls are agreed for each moment from now on, in a portal: moment (ms) → number. */
export async function countCallbacks(db: Database, portal: string, from: Date): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('requests')
    .select(['callback_at', sql<number>`count(*)::int`.as('count')])
    .where('portal', '=', portal)
    .where('callback_at', '>=', from)
    .where('state', 'in', ['new', 'open'])
    .groupBy('callback_at')
    .limit(1000)
    .execute()
  return new Map(rows.map((row) => [(row.callback_at as Date).getTime(), row.count]))
}

/** Lets others who agree on calls of this portal wait until the transaction is over, so that no moment is given away twice. */
export async function lockCallbacks(db: Database, portal: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`callbacks ${portal}`}, 0))`.execute(db)
}
