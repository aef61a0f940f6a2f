import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { contentKey, type FileStore } from '../files/index.ts'
import { listWaiting } from '../jobs/waiting.ts'
import { createArchive } from './archive.ts'
import { listSequences, listTables, quote, type SequenceState, type TableColumns } from './tables.ts'

/** What a backup says about itself; its first entry. */
export type Manifest = {
  format: 1
  version: string
  createdAt: string
  migrations: { slice: string; name: string }[]
  tables: TableColumns[]
  sequences: SequenceState[]
}

/** A file whose content lies in the store. */
export type FileEntry = { sha256: string; type: string; size: number }

type Options = {
  url: string
  path: string
  store: FileStore
  secret: string
  version: string
  onProgress?: (text: string) => void
}

/** Rows are gathered up to this size before they become an entry. */
const PIECE_BYTES = 4 * 1024 * 1024

/**
 * Writes one file with everything: tables, waiting jobs, files, and the secret. The installation may be running: all
 * is read from one moment's snapshot, and contents of files never change.
 */
export async function writeBackup(options: Options): Promise<{ rows: number; files: number; missing: string[] }> {
  const { url, path, store, secret, version, onProgress = () => undefined } = options
  const client = new pg.Client({ connectionString: url, application_name: 'theke backup' })
  client.on('error', () => undefined)
  await client.connect()
  const archive = createArchive(path)
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest: Manifest = {
      format: 1,
      version,
      createdAt: new Date().toISOString(),
      migrations: (await client.query('select slice, name from schema_migrations order by name, slice')).rows,
      tables: await listTables(client),
      sequences: await listSequences(client),
    }
    await archive.add('manifest.json', JSON.stringify(manifest, undefined, 2))
    let rows = 0
    for (const table of manifest.tables) rows += await addTable(table)
    await archive.add('jobs.json', JSON.stringify(await listWaiting(client)))
    await archive.add('secret', secret)
    const { files, missing } = await addFiles()
    await archive.finish()
    return { rows, files, missing }
  } catch (error) {
    await archive.discard()
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }

  async function addTable({ name, columns }: TableColumns) {
    const stream = client.query(copyTo(`copy (select ${columns.map(quote).join(', ')} from ${quote(name)}) to stdout`))
    let pieces: Buffer[] = []
    let size = 0
    let number = 0
    const flush = async () => {
      if (size === 0) return
      number += 1
      await archive.add(`tables/${name}/${String(number).padStart(6, '0')}`, Buffer.concat(pieces, size))
      pieces = []
      size = 0
    }
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      pieces.push(chunk)
      size += chunk.length
      if (size >= PIECE_BYTES) await flush()
    }
    await flush()
    if (stream.rowCount > 0) onProgress(`  ${name}: ${stream.rowCount} rows`)
    return stream.rowCount
  }

  async function addFiles() {
    const { rows: listed } = await client.query<FileEntry>(
      'select distinct on (sha256) sha256, type, size::float8 as size from files order by sha256',
    )
    await archive.add('files.json', JSON.stringify(listed))
    const missing: string[] = []
    let files = 0
    for (const { sha256 } of listed) {
      const opened = await store.open(contentKey(sha256))
      if (!opened) {
        missing.push(sha256)
        continue
      }
      await archive.addStream(`files/${sha256}`, opened.size, opened.content)
      files += 1
      if (files % 100 === 0) onProgress(`  files: ${files} of ${listed.length}`)
    }
    if (files > 0) onProgress(`  files: ${files}`)
    return { files, missing }
  }
}
