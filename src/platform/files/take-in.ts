import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { cleanLine } from '../../kernel/schema.ts'
import { isFull, noRoom, refuseWhenFull } from './disk.ts'
import { rewritePicture } from './pictures.ts'
import { ALLOWED_TYPES, fittingName, PICTURES, recognise } from './recognise.ts'

export interface TakeInOptions {
  name: string
  /** Bytes. */
  limit: number
  types: readonly string[] | undefined
  /** Name of the field beside which a refusal stands. */
  field: string
  temporaryFolder: string
  /** Bytes that must stay free on the disk. */
  reserve: number
}

/** A content that has passed every check, in a temporary file. */
export interface TakenIn {
  path: string
  name: string
  type: string
  size: number
  sha256: string
  width: number | null
  height: number | null
}

/** Writes a stream to a temporary file, checks it and hands it to `use`; the file is gone afterwards, whatever happened. */
export async function takeIn<T>(
  content: Readable,
  options: TakeInOptions,
  use: (taken: TakenIn) => Promise<T>,
): Promise<T> {
  const raw = join(options.temporaryFolder, newId())
  const rewritten = `${raw}.rewritten`
  try {
    await mkdir(options.temporaryFolder, { recursive: true })
    await refuseWhenFull(options.temporaryFolder, options.reserve)
    const { size, sha256 } = await write(content, raw, options)
    const type = await allowedType(raw, size, options)
    const name = fittingName(cleanName(options.name), type)
    if (!(PICTURES as readonly string[]).includes(type))
      return await use({ path: raw, name, type, size, sha256, width: null, height: null })
    const picture = await rewritePicture(raw, rewritten, type, options.field)
    return await use({ path: rewritten, name, type, ...picture, sha256: await hashOf(rewritten) })
  } catch (error) {
    throw isFull(error) ? noRoom() : error
  } finally {
    await rm(raw, { force: true })
    await rm(rewritten, { force: true })
  }
}

async function write(content: Readable, path: string, { limit, field }: TakeInOptions) {
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limit) return done(refuse.field(field, 'files.tooLarge', { megabytes: Math.floor(limit / 1_000_000) }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(content, count, createWriteStream(path))
  return { size, sha256: hash.digest('hex') }
}

async function allowedType(
  path: string,
  size: number,
  { types = ALLOWED_TYPES, field }: TakeInOptions,
): Promise<string> {
  if (size === 0) throw refuse.field(field, 'files.empty')
  const type = await recognise(path)
  if (type && types.includes(type)) return type
  const onlyPictures = types.every((allowed) => allowed.startsWith('image/'))
  throw refuse.field(field, onlyPictures ? 'files.notAPicture' : 'files.typeNotAllowed')
}

/** The last part of a path that a browser may have sent, on one line, not longer than file systems like it. */
function cleanName(name: string): string {
  const last = cleanLine(name).split(/[\\/]/).at(-1)?.replace(/^\.+/, '').trim()
  return last ? last.slice(-150) : 'file'
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
