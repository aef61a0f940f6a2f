import type { Database } from '../../../kernel/ctx.ts'

/** The step with which a request was closed that is closed now. */
export async function findClosingEntry(db: Database, requestId: string) {
  const row = await db
    .selectFrom('request_entries')
    .innerJoin('requests', 'requests.id', 'request_entries.request_id')
    .select(['request_entries.detail', 'request_entries.body'])
    .where('request_id', '=', requestId)
    .where('requests.state', '=', 'closed')
    .where('kind', '=', 'state')
    .where('to_state', '=', 'closed')
    .orderBy('request_entries.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { body: row.body, detail: row.detail as Record<string, unknown> }
}
