import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** Somebody, or everybody with a role, who may read a request. */
export interface Share {
  id: string
  person_id: string | null
  role_id: string | null
  /** Name of the person, or the names of the role by language. */
  name: string | null
  names: Partial<Record<Lang, string>> | null
  copied: boolean
}

/** Readers of a request that were added by name or by role; a hundred at most. */
export async function listShares(db: Database, requestId: string): Promise<Share[]> {
  const rows = await db
    .selectFrom('request_shares as s')
    .leftJoin('persons as p', 'p.id', 's.person_id')
    .leftJoin('roles as r', 'r.id', 's.role_id')
    .select(['s.id', 's.person_id', 's.role_id', 'p.name', 'r.names', 's.copied'])
    .where('s.request_id', '=', requestId)
    .orderBy('s.id')
    .limit(MOST_SHARES)
    .execute()
  return rows as unknown as Share[]
}

/** So many readers a request has at most: more are a role. */
export const MOST_SHARES = 100

export async function countShares(db: Database, requestId: string): Promise<number> {
  const row = await db
    .selectFrom('request_shares')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row?.count ?? 0
}

interface NewShare {
  requestId: string
  personId: string | null
  roleId: string | null
  copied: boolean
  sharedBy: string | null
  now: Date
}

/** Lets somebody read; false: they could already. */
export async function insertShare(db: Database, share: NewShare): Promise<boolean> {
  const row = await db
    .insertInto('request_shares')
    .values({
      request_id: share.requestId,
      person_id: share.personId,
      role_id: share.roleId,
      copied: share.copied,
      shared_by: share.sharedBy,
      at: share.now,
    })
    .onConflict((c) => c.columns(['request_id', 'person_id', 'role_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a share. Gives whose it was. */
export async function deleteShare(db: Database, requestId: string, id: string) {
  return db
    .deleteFrom('request_shares')
    .where('request_id', '=', requestId)
    .where('id', '=', id)
    .returning(['person_id', 'role_id'])
    .executeTakeFirst()
}

/** People who read requests by name, by request: for the search index. */
export async function readersOf(db: Database, requestIds: readonly string[]): Promise<Map<string, string[]>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('request_shares')
    .select(['request_id', sql<string[]>`array_agg(person_id)`.as('people')])
    .where(sql<boolean>`request_id = any(${[...requestIds]}::uuid[])`)
    .where('person_id', 'is not', null)
    .groupBy('request_id')
    .execute()
  return new Map(rows.map((row) => [row.request_id, row.people]))
}

/** People who get a copy of every answer. */
export async function listCopied(db: Database, requestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_shares')
    .select('person_id')
    .where('request_id', '=', requestId)
    .where('copied', '=', true)
    .where('person_id', 'is not', null)
    .limit(MOST_SHARES)
    .execute()
  return rows.map((row) => row.person_id as string)
}

/** People with whom a request is shared by name. */
export async function listReaders(db: Database, requestId: string): Promise<string[]> {
  return (await readersOf(db, [requestId])).get(requestId) ?? []
}

/** Ends all shares of a request: whoever had made them, had nothing to share. */
export async function deleteShares(db: Database, requestId: string): Promise<void> {
  await db.deleteFrom('request_shares').where('request_id', '=', requestId).execute()
}
