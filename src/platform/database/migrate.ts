import { createHash } from 'node:crypto'
import pg from 'pg'
import { DatabaseProblem } from './problem.ts'

/** One migration file: `20261121T2200_words.sql` of a slice (or of the platform). */
export type Migration = { slice: string; name: string; sql: string }

type Applied = { slice: string; name: string; checksum: string }
type Options = { url: string; migrations: Migration[]; onApplied?: (migration: Migration) => void }

/** Any fixed number: processes that start at the same time migrate one after the other. */
const MIGRATION_LOCK = 0x6d696772
const FILE_NAME = /^\d{8}T\d{4}_[a-z0-9_]+\.sql$/

/**
 * Brings the database to the state that the migrations describe, oldest first, each in a transaction of its own.
 * Refuses with a {@link DatabaseProblem} when an applied file was changed or the database is newer than the program.
 */
export async function migrate({ url, migrations, onApplied }: Options): Promise<{ applied: number }> {
  const client = new pg.Client({ connectionString: url, application_name: 'theke migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(`create table if not exists schema_migrations (
      slice text not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now(),
      primary key (slice, name)
    )`)
    const { rows } = await client.query<Applied>('select slice, name, checksum from schema_migrations')
    const pending = findPending(migrations, rows)
    for (const migration of pending) {
      await apply(client, migration)
      onApplied?.(migration)
    }
    return { applied: pending.length }
  } finally {
    await client.end()
  }
}

/** Which migrations are still to be applied, in order; refuses when what was applied does not fit the files. */
export function findPending(migrations: Migration[], applied: Applied[]): Migration[] {
  const keyOf = ({ slice, name }: { slice: string; name: string }) => `${slice}/${name}`
  const files = new Map<string, Migration>()
  for (const migration of migrations) {
    if (!FILE_NAME.test(migration.name)) {
      throw new DatabaseProblem(
        `The migration ${keyOf(migration)} is misnamed: it has to look like 20261121T2200_words.sql.`,
      )
    }
    files.set(keyOf(migration), migration)
  }
  for (const known of applied) {
    const file = files.get(keyOf(known))
    if (!file) {
      throw new DatabaseProblem(
        `The database was already migrated by a newer Theke (${keyOf(known)} is unknown here). Start that version again, or restore a backup made with this one.`,
      )
    }
    if (checksumOf(file.sql) !== known.checksum) {
      throw new DatabaseProblem(
        `The migration ${keyOf(known)} was changed after it had been applied. Put the file back as it was and write what is new into a new migration.`,
      )
    }
  }
  const done = new Set(applied.map(keyOf))
  return [...files.values()]
    .filter((migration) => !done.has(keyOf(migration)))
    .sort((a, b) => compare(a.name, b.name) || compare(a.slice, b.slice))
}

async function apply(client: pg.Client, { slice, name, sql }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migrations (slice, name, checksum) values ($1, $2, $3)', [
      slice,
      name,
      checksumOf(sql),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new DatabaseProblem(
      `The migration ${slice}/${name} failed, nothing of it was kept: ${(error as Error).message}`,
    )
  }
}

function checksumOf(sql: string) {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0
}
