import { createHash } from 'node:crypto'
import { type EventEmitter, once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'

/** A backup that cannot be read or written; says what to do. */
export class BackupProblem extends Error {
  override name = 'BackupProblem'
}

/** Name of the last entry: a backup without it was cut off. */
const CHECKSUMS = 'checksums.txt'

/** Writes a gzipped tar whose last entry holds the SHA-256 of every other one. */
export function createArchive(path: string) {
  const draft = `${path}.part`
  const tar = pack()
  const written = pipeline(tar, createGzip({ level: 4 }), createWriteStream(draft, { mode: 0o600 }))
  // Told to whoever waits for the end; meanwhile it must not count as unhandled.
  written.catch(() => undefined)
  const checksums: string[] = []

  return {
    async add(name: string, content: string | Buffer) {
      const bytes = Buffer.from(content)
      checksums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
      await Promise.race([write(name, bytes), written])
    },
    async addStream(name: string, size: number, content: Readable) {
      const hash = createHash('sha256')
      const entry = tar.entry({ name, size })
      for await (const chunk of content) {
        hash.update(chunk)
        if (!entry.write(chunk)) await Promise.race([once(entry as unknown as EventEmitter, 'drain'), written])
      }
      const closed = once(entry as unknown as EventEmitter, 'close')
      entry.end(undefined)
      await Promise.race([closed, written])
      checksums.push(`${hash.digest('hex')}  ${name}`)
    },
    /** Completes the file; only then does it stand under its name. */
    async finish() {
      await write(CHECKSUMS, Buffer.from(`${checksums.join('\n')}\n`))
      tar.finalize()
      await written
      await flush(draft)
      await rename(draft, path)
    },
    async discard() {
      tar.destroy()
      await written.catch(() => undefined)
      await rm(draft, { force: true })
    },
  }

  function write(name: string, bytes: Buffer) {
    return new Promise<void>((resolve, reject) => {
      tar.entry({ name, size: bytes.length }, bytes, (error) => (error ? reject(error) : resolve()))
    })
  }
}

/** One entry of a backup; its content must be read before the next one is asked for. */
export type Entry = { name: string; chunks: AsyncIterable<Buffer> }

/**
 * Reads the entries of a backup in order, checking every one against its checksum; throws at the end when something
 * was changed or is missing, so that nothing may be kept before the end was reached.
 */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const tar = extract()
  const read = pipeline(createReadStream(path), createGunzip(), tar)
  read.catch(() => undefined)
  const seen = new Map<string, string>()
  let listed: string | undefined
  try {
    for await (const entry of tar) {
      const hash = createHash('sha256')
      if (entry.header.name === CHECKSUMS) {
        listed = Buffer.concat(await Array.fromAsync(entry as AsyncIterable<Buffer>)).toString()
        continue
      }
      yield { name: entry.header.name, chunks: hashed(entry as AsyncIterable<Buffer>, hash) }
      seen.set(entry.header.name, hash.digest('hex'))
    }
    await read
  } catch (error) {
    throw damaged(error)
  } finally {
    tar.destroy()
  }
  if (listed === undefined) throw new BackupProblem('The backup was cut off: its end is missing. Take another one.')
  const found = [...seen].map(([name, hash]) => `${hash}  ${name}`)
  const expected = listed.trim().split('\n')
  if (found.join('\n') !== expected.join('\n')) {
    throw new BackupProblem('The backup was changed since it was made: its checksums do not fit. Take another one.')
  }
}

/** The whole content of a small entry. */
export async function textOf(entry: Entry): Promise<string> {
  return Buffer.concat(await Array.fromAsync(entry.chunks)).toString()
}

async function* hashed(entry: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of entry) {
    hash.update(chunk)
    yield chunk
  }
}

function damaged(error: unknown) {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new BackupProblem('There is no such backup file. Check its name.')
  const unreadable = code.startsWith('Z_') || /tar|Unexpected end|Premature/i.test(message)
  if (!unreadable) return error
  return new BackupProblem(`The file is no complete backup of Theke (${message}). Take another one.`)
}

async function flush(path: string) {
  const file = await open(path)
  await file.sync()
  await file.close()
}
