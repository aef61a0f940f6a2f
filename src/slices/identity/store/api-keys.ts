import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

export async function listApiKeyRows(db: Database) {
  return db
    .selectFrom('api_keys as k')
    .innerJoin('persons as p', 'p.id', 'k.person_id')
    .select([
      'k.id',
      'k.name',
      'k.hint',
      'p.name as person',
      'k.scopes',
      'k.created_at',
      'k.expires_at',
      'k.last_used_at',
    ])
    .where('k.revoked_at', 'is', null)
    .orderBy('k.created_at', 'desc')
    .limit(200)
    .execute()
}

export interface NewApiKey {
  personId: string
  name: string
  hint: string
  secretHash: string
  scopes: string[]
  createdBy: string | null
  days: number | null
}

export async function insertApiKey(db: Database, key: NewApiKey): Promise<string> {
  const { id } = await db
    .insertInto('api_keys')
    .values({
      person_id: key.personId,
      name: key.name,
      hint: key.hint,
      secret_hash: key.secretHash,
      scopes: key.scopes,
      created_by: key.createdBy,
      expires_at: key.days === null ? null : sql<Date>`now() + make_interval(days => ${key.days})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function revokeApiKeyRow(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
