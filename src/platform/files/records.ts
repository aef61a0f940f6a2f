import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import type { TakenIn } from './take-in.ts'

/** Notes that this content may be without a record; see the migration. */
export async function noteLeftover(db: Database, sha256: string): Promise<void> {
  await db.insertInto('file_leftovers').values({ sha256 }).execute()
}

/** Keeps others from storing or removing this content until the transaction ends. */
export async function lockContent(db: Database, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file ${sha256}`}, 0))`.execute(db)
}

export async function insertFile(db: Database, taken: TakenIn, personId: string | null): Promise<StoredFile> {
  const { name, type, size, sha256, width, height } = taken
  const row = await db
    .insertInto('files')
    .values({ name, type, size, sha256, width, height, person_id: personId })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toFile(row)
}

/** A file that somebody may know of: claimed ones (their owner decides who reads), and one's own that nobody claimed yet. */
export async function findFile(db: Database, id: string, personId: string | null): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('files')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => eb.or([eb('owner', 'is not', null), eb('person_id', 'is not distinct from', personId)]))
    .executeTakeFirst()
  return row && toFile(row)
}

/** Gives files to a thing; files that are the thing's already are passed over. Gives how many are the thing's now. */
export async function giveFiles(db: Database, ids: string[], owner: string, personId: string | null): Promise<number> {
  await db
    .updateTable('files')
    .set({ owner })
    .where('id', 'in', ids)
    .where('owner', 'is', null)
    .where('person_id', 'is not distinct from', personId)
    .execute()
  const rows = await db.selectFrom('files').select('id').where('id', 'in', ids).where('owner', '=', owner).execute()
  return rows.length
}

/** Passes files of one thing on to another. */
export async function passFiles(
  db: Database,
  ids: string[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.updateTable('files').set({ owner: to }).where('id', 'in', ids).where('owner', '=', from).execute()
}

export async function listFilesOf(db: Database, owner: string): Promise<StoredFile[]> {
  const rows = await db.selectFrom('files').selectAll().where('owner', '=', owner).orderBy('id').limit(500).execute()
  return rows.map(toFile)
}

export async function deleteFile(db: Database, id: string): Promise<void> {
  const row = await db.deleteFrom('files').where('id', '=', id).returning('sha256').executeTakeFirst()
  if (row) await noteLeftover(db, row.sha256)
}

/** Forgets files that nobody claimed in time, and notes their contents. Gives how many. */
export async function deleteUnclaimed(db: Database, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (delete from files where owner is null and created_at < ${before} returning sha256),
    noted as (insert into file_leftovers (sha256) select distinct sha256 from gone)
    select count(*)::int as gone from gone`.execute(db)
  return rows[0]?.gone ?? 0
}

export async function listLeftovers(db: Database, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('file_leftovers')
    .select('sha256')
    .where('noted_at', '<', before)
    .orderBy('noted_at')
    .limit(limit)
    .execute()
  return [...new Set(rows.map((row) => row.sha256))]
}

export async function isUsed(db: Database, sha256: string): Promise<boolean> {
  return (
    (await db.selectFrom('files').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst()) !== undefined
  )
}

export async function forgetLeftover(db: Database, sha256: string, before: Date): Promise<void> {
  await db.deleteFrom('file_leftovers').where('sha256', '=', sha256).where('noted_at', '<', before).execute()
}

interface FileRow {
  id: string
  name: string
  type: string
  size: number | string | bigint
  sha256: string
  width: number | null
  height: number | null
  owner: string | null
  created_at: Date
}

function toFile(row: FileRow): StoredFile {
  const { id, name, type, sha256, width, height, owner } = row
  return { id, name, type, size: Number(row.size), sha256, width, height, owner, createdAt: row.created_at }
}
