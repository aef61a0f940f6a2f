import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** Numbers of requests by id. */
export async function numbersOf(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('requests')
    .select(['id', 'number'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, Number(row.number)]))
}

/** The request in which a merged one goes on, at the end of the chain. */
export async function findMergeTarget(db: Database, id: string): Promise<{ id: string; number: number } | undefined> {
  const { rows } = await sql<{ id: string; number: string }>`
    with recursive chain as (
      select id, number, merged_into_id, 1 as depth from requests where id = ${id}::uuid
      union all
      select r.id, r.number, r.merged_into_id, chain.depth + 1 from requests r
        join chain on r.id = chain.merged_into_id where chain.depth < 20
    ) select id, number from chain where merged_into_id is null`.execute(db)
  return rows[0] && { id: rows[0].id, number: Number(rows[0].number) }
}

/** Notes a merging, with what it was before. */
export async function insertMerge(
  db: Database,
  merge: {
    request_id: string
    into_id: string
    state: string
    assignee_id: string | null
    by_id: string | null
    at: Date
  },
) {
  await db.insertInto('request_merges').values(merge).execute()
}

/** The last merging of a request that was not undone. */
export async function findMerge(db: Database, requestId: string) {
  return db
    .selectFrom('request_merges')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function markUndone(db: Database, id: string, at: Date) {
  await db.updateTable('request_merges').set({ undone_at: at }).where('id', '=', id).execute()
}

/** Moves entries of one request to another; their files stay where they came with. Gives how many were moved. */
export async function moveEntries(
  db: Database,
  from: string,
  to: string,
  entryIds: readonly string[],
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('request_entries')
    .set({ request_id: to, origin_id: sql<string>`coalesce(origin_id, ${from}::uuid)` })
    .where('request_id', '=', from)
    .where('id', 'in', [...entryIds])
    .where('kind', 'in', ['message', 'note'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
