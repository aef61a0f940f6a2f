import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import { COLUMNS, type Request } from '../store/requests.ts'

/** So many are claimed at once; the link works again for the rest. */
const MOST = 200

/** Requests that were written with an address and without an account, newest first. */
export async function listUnclaimed(db: Database, email: string): Promise<Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('contact_email', '=', email)
    .where('requester_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows as Request[]
}

/** Makes requests that belong to nobody somebody's own; their old links become worthless. Gives the ids of those that did. */
export async function claimRequests(db: Database, ids: string[], personId: string, now: Date): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .updateTable('requests')
    .set({
      requester_id: personId,
      contact_name: null,
      contact_email: null,
      link_version: sql<number>`link_version + 1`,
      changed_at: now,
    })
    .where('id', 'in', ids)
    .where('requester_id', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
