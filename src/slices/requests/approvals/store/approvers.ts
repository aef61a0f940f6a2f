import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** Names of those who have approved items of a request, in the order in which they did; a few at most. */
export async function listApprovers(db: Database, requestId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.name from approval_asks a join request_items i on i.id = a.item_id join persons p on p.id = a.decided_by
    where i.request_id = ${requestId}::uuid and a.outcome = 'approved'
    group by p.id, p.name order by min(a.decided_at) limit 5`.execute(db)
  return rows.map((row) => row.name)
}
