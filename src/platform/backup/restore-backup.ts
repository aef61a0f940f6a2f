import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Migration, migrate } from '../database/migrate.ts'
import { contentKey, type FileStore } from '../files/index.ts'
import type { WaitingJob } from '../jobs/waiting.ts'
import { BackupProblem, type Entry, readArchive, textOf } from './archive.ts'
import { forgetTransactions, listTables, quote, suspendConstraints } from './tables.ts'
import type { FileEntry, Manifest } from './write-backup.ts'

type Options = {
  url: string
  path: string
  store: FileStore
  temporaryFolder: string
  migrations: Migration[]
  /** Puts jobs into the queue within the transaction of the given client. */
  putBack(client: pg.ClientBase, jobs: WaitingJob[]): Promise<void>
  onProgress?: (text: string) => void
}

/**
 * Brings a backup into an empty installation: all of it, or nothing. The database is first migrated to where it stood
 * when the backup was made, filled, and then brought up to date. Gives the installation's secret.
 */
export async function restoreBackup(options: Options): Promise<{ secret: string; createdAt: string }> {
  const { url, path, store, temporaryFolder, migrations, putBack, onProgress = () => undefined } = options
  const client = new pg.Client({ connectionString: url, application_name: 'theke restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await requireEmpty(client)
    const entries = readArchive(path)
    const manifest = await readManifest(entries)
    await migrate({ url, migrations: migrationsOf(manifest, migrations) })
    const secret = await fill(manifest, entries)
    await migrate({ url, migrations })
    return { secret, createdAt: manifest.createdAt }
  } finally {
    await client.end().catch(() => undefined)
  }

  async function fill(manifest: Manifest, entries: AsyncGenerator<Entry>) {
    await client.query('begin')
    const resume = await suspendConstraints(client, await listTables(client))
    await client.query(`truncate ${manifest.tables.map(({ name }) => quote(name)).join(', ')}`)
    const loader = createLoader(client, manifest, onProgress)
    let secret = ''
    let types = new Map<string, string>()
    for await (const entry of entries) {
      const [kind, name = ''] = entry.name.split('/')
      if (kind === 'tables') await loader.load(name, entry)
      else if (kind === 'files') await putFile(name, types.get(name) ?? 'application/octet-stream', entry)
      else if (entry.name === 'jobs.json') await putBack(client, JSON.parse(await textOf(entry)))
      else if (entry.name === 'secret') secret = await textOf(entry)
      else if (entry.name === 'files.json') types = typesOf(JSON.parse(await textOf(entry)))
      else throw new BackupProblem(`The backup holds something unknown (${entry.name}). Take another one.`)
      // Connections of a table end when something else follows.
      if (kind !== 'tables') await loader.finish()
    }
    await loader.finish()
    for (const { name, value } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [quote(name), value])
    }
    await forgetTransactions(client)
    await resume()
    await client.query('commit')
    return secret
  }

  async function putFile(sha256: string, type: string, entry: Entry) {
    await mkdir(temporaryFolder, { recursive: true })
    const arriving = join(temporaryFolder, randomUUID())
    const hash = createHash('sha256')
    let size = 0
    try {
      const counted = async function* () {
        for await (const chunk of entry.chunks) {
          hash.update(chunk)
          size += chunk.length
          yield chunk
        }
      }
      await pipeline(Readable.from(counted()), createWriteStream(arriving))
      if (hash.digest('hex') !== sha256) {
        throw new BackupProblem(`The file ${sha256} in the backup is damaged. Take another backup.`)
      }
      await store.put(contentKey(sha256), arriving, size, type)
    } finally {
      await rm(arriving, { force: true })
    }
  }
}

async function requireEmpty(client: pg.Client) {
  const { rows } = await client.query(`select to_regclass('public.events') is not null as there`)
  if (!rows[0]?.there) return
  const { rowCount } = await client.query('select 1 from events limit 1')
  if (rowCount) {
    throw new BackupProblem(
      'This installation already holds something, and a restore would replace it. Restore into an empty one: another THEKE_DATA folder, or another database.',
    )
  }
}

async function readManifest(entries: AsyncGenerator<Entry>): Promise<Manifest> {
  const { value: first } = await entries.next()
  if (first?.name !== 'manifest.json') {
    throw new BackupProblem('This file is no backup of Theke. Backups are made by "npm run theke -- backup".')
  }
  const manifest = JSON.parse(await textOf(first)) as Manifest
  if (manifest.format !== 1) {
    throw new BackupProblem('This backup was made by a newer Theke. Restore it with that version.')
  }
  return manifest
}

function migrationsOf(manifest: Manifest, known: Migration[]) {
  return manifest.migrations.map(({ slice, name }) => {
    const migration = known.find((one) => one.slice === slice && one.name === name)
    if (migration) return migration
    throw new BackupProblem(
      `This backup was made by a newer Theke (${manifest.version}; ${slice}/${name} is unknown here). Restore it with that version.`,
    )
  })
}

function typesOf(files: FileEntry[]) {
  return new Map(files.map(({ sha256, type }) => [sha256, type]))
}

/** Streams the pieces of one table after the other into COPY. */
function createLoader(client: pg.Client, manifest: Manifest, onProgress: (text: string) => void) {
  let current: { name: string; stream: ReturnType<typeof copyFrom>; done: Promise<void> } | undefined

  async function finish() {
    if (!current) return
    const { name, stream, done } = current
    current = undefined
    stream.end()
    await done
    onProgress(`  ${name}: ${stream.rowCount} rows`)
  }

  async function load(name: string, entry: Entry) {
    if (current?.name !== name) {
      await finish()
      current = open(name)
    }
    for await (const chunk of entry.chunks) {
      if (current.stream.write(chunk)) continue
      const { stream, done } = current
      await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done])
    }
  }

  function open(name: string) {
    const table = manifest.tables.find((one) => one.name === name)
    if (!table) throw new BackupProblem(`The backup holds a table that it does not list (${name}). Take another one.`)
    const stream = client.query(copyFrom(`copy ${quote(name)} (${table.columns.map(quote).join(', ')}) from stdin`))
    const done = new Promise<void>((resolve, reject) => {
      stream.once('finish', () => resolve())
      stream.once('error', reject)
    })
    done.catch(() => undefined)
    return { name, stream, done }
  }

  return { load, finish }
}
