import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../../kernel/ctx.ts'
import type { Files, StoredFile } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { isFull, noRoom } from './disk.ts'
import { RENDITION_WIDTHS, writeRendition } from './pictures.ts'
import { PICTURES } from './recognise.ts'
import * as records from './records.ts'
import { contentKey, type FileStore, renditionKey } from './store.ts'
import { type TakenIn, takeIn } from './take-in.ts'

/** What files need from the installation. */
export interface FilesOptions {
  store: FileStore
  /** The pool; leftovers are noted outside of the caller's transaction. */
  db: Database
  /** On the same disk as a folder store, so that taking over is a renaming. */
  temporaryFolder: string
  /** Largest upload in bytes, unless a caller says less. */
  limit: number
  /** Bytes that must stay free on the disk (default 64 MB). */
  reserve?: number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Files of the installation: contents in a store, records in the database. */
export function createFiles({ store, db: pool, temporaryFolder, limit, reserve = 64_000_000 }: FilesOptions) {
  /** Renditions being made in this process: twenty readers of a new picture wait for one. */
  const making = new Map<string, Promise<void>>()

  /** Files as one person sees them, with records in this call's transaction. `personId` null: somebody not signed in, or Theke itself. */
  function over(db: Database, personId: string | null): Files {
    return { receive, find, claim, of: (owner) => records.listFilesOf(db, owner), open, rendition, remove }

    async function receive(content: Readable, options: Parameters<Files['receive']>[1]): Promise<StoredFile> {
      const most = Math.min(options.limit ?? limit, limit)
      const checks = {
        name: options.name,
        limit: most,
        types: options.types,
        field: options.field ?? 'file',
        temporaryFolder,
        reserve,
      }
      return takeIn(content, checks, async (taken) => {
        await records.noteLeftover(pool, taken.sha256)
        if (db.isTransaction) return keep(db, taken)
        return db.transaction().execute((transaction) => keep(transaction, taken))
      })
    }

    async function keep(transaction: Database, taken: TakenIn): Promise<StoredFile> {
      const key = contentKey(taken.sha256)
      await records.lockContent(transaction, taken.sha256)
      if (!(await store.has(key))) await store.put(key, taken.path, taken.size, taken.type)
      return records.insertFile(transaction, taken, personId)
    }

    async function find(id: string) {
      return UUID.test(id) ? records.findFile(db, id, personId) : undefined
    }

    async function get(id: string): Promise<StoredFile> {
      const file = await find(id)
      if (!file) throw refuse.notFound()
      return file
    }

    async function claim(ids: string[], owner: string, from?: string) {
      const wanted = [...new Set(ids)]
      if (wanted.length === 0) return
      if (!wanted.every((id) => UUID.test(id))) throw refuse.notFound()
      if (from !== undefined) await records.passFiles(db, wanted, { from, to: owner })
      if ((await records.giveFiles(db, wanted, owner, personId)) !== wanted.length) throw refuse.notFound()
    }

    async function open(id: string): Promise<Readable> {
      const opened = await store.open(contentKey((await get(id)).sha256))
      if (!opened) throw refuse.notFound()
      return opened.content
    }

    async function rendition(id: string, width: number) {
      const file = await get(id)
      if (
        !(PICTURES as readonly string[]).includes(file.type) ||
        !(RENDITION_WIDTHS as readonly number[]).includes(width)
      )
        throw refuse.notFound()
      const key = renditionKey(file.sha256, width)
      const opened = (await store.open(key)) ?? (await makeOnce(key, file, width).then(() => store.open(key)))
      if (!opened) throw refuse.notFound()
      return { ...opened, type: 'image/webp' }
    }

    async function remove(id: string) {
      if (UUID.test(id)) await records.deleteFile(db, id)
    }
  }

  function makeOnce(key: string, file: StoredFile, width: number): Promise<void> {
    let made = making.get(key)
    if (!made) {
      made = makeRendition(key, file, width).finally(() => making.delete(key))
      making.set(key, made)
    }
    return made
  }

  async function makeRendition(key: string, file: StoredFile, width: number) {
    const original = join(temporaryFolder, newId())
    const smaller = `${original}.webp`
    try {
      await mkdir(temporaryFolder, { recursive: true })
      const opened = await store.open(contentKey(file.sha256))
      if (!opened) throw refuse.notFound()
      await pipeline(opened.content, createWriteStream(original))
      const { size } = await writeRendition(original, smaller, width)
      await store.put(key, smaller, size, 'image/webp')
    } catch (error) {
      throw isFull(error) ? noRoom() : error
    } finally {
      await rm(original, { force: true })
      await rm(smaller, { force: true })
    }
  }

  return { over }
}
