import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'
import type { LiveMessage } from '../../kernel/live.ts'

/** The channel on which processes tell each other what is kept nowhere. */
export const LIVE_CHANNEL = 'theke_live'

/** Tells all processes; PostgreSQL delivers at the commit, and takes at most 8000 bytes. */
export async function tellLive(db: Database, message: LiveMessage): Promise<void> {
  await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(message)})`.execute(db)
}
