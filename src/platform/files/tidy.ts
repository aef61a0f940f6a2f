import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Log } from '../../kernel/ctx.ts'
import type { Job } from '../../kernel/slice.ts'
import * as records from './records.ts'
import { contentKey, type FileStore, renditionsKey } from './store.ts'

interface TidyOptions {
  store: FileStore
  db: Database
  temporaryFolder: string
  log: Log
}

const DAY = 86_400_000

/** Removes what nobody needs any more: files unclaimed for a day, contents without a record, temporary files of killed processes. */
export async function tidyFiles({ store, db, temporaryFolder, log }: TidyOptions, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAY)
  const unclaimed = await records.deleteUnclaimed(db, before)
  const contents = await removeLeftovers(db, store, before)
  const temporary = await removeOld(temporaryFolder, before)
  if (unclaimed + contents + temporary > 0) log.info({ unclaimed, contents, temporary }, 'files tidied')
}

/** The job of it, every hour. */
export function tidyFilesJob(options: TidyOptions): Job {
  return { name: 'files.tidy', schedule: '17 * * * *', timeout: 900, handle: (ctx) => tidyFiles(options, ctx.now()) }
}

async function removeLeftovers(db: Database, store: FileStore, before: Date): Promise<number> {
  let removed = 0
  for (;;) {
    const batch = await records.listLeftovers(db, before, 100)
    for (const sha256 of batch) if (await removeLeftover(db, store, sha256, before)) removed++
    if (batch.length === 0) return removed
  }
}

/** In one transaction and under the content's lock, so that a twin that is uploaded just now is either seen or waits. */
async function removeLeftover(db: Database, store: FileStore, sha256: string, before: Date): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await records.lockContent(transaction, sha256)
    await records.forgetLeftover(transaction, sha256, before)
    if (await records.isUsed(transaction, sha256)) return false
    await store.remove(contentKey(sha256))
    await store.remove(renditionsKey(sha256))
    return true
  })
}

async function removeOld(folder: string, before: Date): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtime } = await stat(path).catch(() => ({ mtime: new Date() }))
    if (mtime >= before) continue
    await rm(path, { force: true })
    removed++
  }
  return removed
}
