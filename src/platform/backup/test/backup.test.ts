import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../../migrations.ts'
import { onServer } from '../../../test/cluster.ts'
import { quietLog } from '../../../test/config.ts'
import { openTestDatabase } from '../../../test/database.ts'
import type { Database } from '../../database/connect.ts'
import { createFiles, createFolderStore } from '../../files/index.ts'
import { createJobs } from '../../jobs/jobs.ts'
import { listWaiting } from '../../jobs/waiting.ts'
import { restoreBackup } from '../restore-backup.ts'
import { quote } from '../tables.ts'
import { writeBackup } from '../write-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'theke-backup-'))
const path = join(folder, 'backup.tar.gz')
const temporaryFolder = join(folder, 'temporary')
const store = createFolderStore(join(folder, 'files'))
const source = await openTestDatabase()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  await source.db
    .insertInto('settings')
    .values({ name: 'test.words', value: JSON.stringify({ a: 'ä\t\\\n"x"' }) })
    .execute()
  await insertEvents(source, 2000)
  const files = createFiles({ store, db: source.db, temporaryFolder, limit: 1_000_000 })
  await files
    .over(source.db, null)
    .receive(Readable.from([Buffer.from('Guten Tag.\n'.repeat(1000))]), { name: 'hello.txt' })
  await writeBackup({ url: source.url, path, store, secret: 'the-secret', version: 'test' })
})

const someday = { name: 'test.someday', handle: async () => undefined }

describe('backup and restore', () => {
  it('gives the same back: every row, every file, the secret', async () => {
    const target = await openTestDatabase({ empty: true })
    const other = createFolderStore(join(folder, 'other'))
    const { secret } = await restoreBackup({ ...optionsFor(target), store: other })
    expect(secret).toBe('the-secret')
    // Numbers of transactions belong to a cluster: they are the one thing that is not the same.
    await sql`update events set xid = '0'`.execute(source.db)
    expect(await fingerprints(target)).toEqual(await fingerprints(source))
    const { sha256 } = await target.db.selectFrom('files').select('sha256').executeTakeFirstOrThrow()
    const restored = join(folder, 'other', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    expect(readFileSync(restored, 'utf8')).toBe('Guten Tag.\n'.repeat(1000))
  })

  it('takes waiting jobs along, with their time and key', async () => {
    const from = createJobs({ databaseUrl: source.url, jobs: [someday], reactions: [], log: quietLog })
    const target = await openTestDatabase()
    const to = createJobs({ databaseUrl: target.url, jobs: [someday], reactions: [], log: quietLog })
    await Promise.all([from.prepare(), to.prepare()])
    const startAfter = new Date('2040-01-01T00:00:00Z')
    await from.over(source.db as never).enqueue('test.someday', { n: 1 }, { startAfter, key: 'one' })
    await from.over(source.db as never).enqueue('test.someday', { n: 2 })
    const waiting = await onServer(source.url, listWaiting)
    expect(waiting).toHaveLength(2)
    await onServer(target.url, (client) => to.putBack(client, waiting))
    expect(await onServer(target.url, listWaiting)).toEqual(waiting)
    await Promise.all([from.stop(), to.stop()])
  })

  it('is readable by its owner only', async () => {
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('refuses an installation that holds something', async () => {
    const target = await openTestDatabase()
    await insertEvents(target, 1)
    await expect(restoreBackup(optionsFor(target))).rejects.toThrow(/already holds something/)
  })

  it('keeps nothing of a backup that was cut off', async () => {
    const cut = join(folder, 'cut.tar.gz')
    writeFileSync(cut, readFileSync(path))
    truncateSync(cut, readFileSync(path).length - 60)
    const target = await openTestDatabase({ empty: true })
    await expect(restoreBackup({ ...optionsFor(target), path: cut })).rejects.toThrow(/no complete backup|cut off/)
    expect(await countOf(target, 'settings')).toBe(0)
  })

  it('keeps nothing of a backup that was changed', async () => {
    const changed = join(folder, 'changed.tar.gz')
    const tar = gunzipSync(readFileSync(path))
    const at = tar.indexOf('test.words')
    expect(at).toBeGreaterThan(0)
    tar.write('best', at)
    writeFileSync(changed, gzipSync(tar))
    const target = await openTestDatabase({ empty: true })
    await expect(restoreBackup({ ...optionsFor(target), path: changed })).rejects.toThrow(/changed since it was made/)
    expect(await countOf(target, 'settings')).toBe(0)
  })

  it('says so when the file is something else', async () => {
    const other = join(folder, 'other.txt')
    writeFileSync(other, 'no backup')
    const target = await openTestDatabase({ empty: true })
    await expect(restoreBackup({ ...optionsFor(target), path: other })).rejects.toThrow(/no complete backup of Theke/)
    await expect(restoreBackup({ ...optionsFor(target), path: '/nowhere' })).rejects.toThrow(/no such backup file/)
  })
})

function optionsFor(target: Database) {
  return { url: target.url, path, store, temporaryFolder, migrations, putBack: async () => undefined }
}

async function insertEvents({ db }: Database, count: number) {
  await sql`insert into events (type, subject_kind, subject_id, channel, portal, request_id)
    select 'test.happened', 'thing', n::text, 'system', 'customers', n::text from generate_series(1, ${count}) n`.execute(
    db,
  )
}

async function countOf({ db }: Database, table: string) {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** One figure per table over all its rows, and where the sequences stand. */
async function fingerprints({ pool }: Database) {
  const { rows: tables } = await pool.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname <> 'schema_migrations' order by relname`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as sum from ${quote(name)} t`,
    )
    found[name] = rows[0].sum
  }
  const { rows: sequences } = await pool.query(
    `select sequencename, last_value from pg_sequences where schemaname = 'public' order by sequencename`,
  )
  return { ...found, sequences }
}
