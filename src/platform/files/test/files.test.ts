import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../kernel/ctx.ts'
import type { Files, StoredFile } from '../../../kernel/files.ts'
import { newId } from '../../../kernel/ids.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { createFiles } from '../files.ts'
import { createFolderStore } from '../folder-store.ts'
import { tidyFiles } from '../tidy.ts'

const folder = mkdtempSync(join(tmpdir(), 'theke-files-test-'))
const temporaryFolder = join(folder, 'temporary')
const store = createFolderStore(join(folder, 'files'))
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const DAY = 86_400_000
const anna = newId()
const ben = newId()
let db: Database
let files: ReturnType<typeof createFiles>

beforeAll(async () => {
  db = (await openTestDatabase()).db as Database
  files = createFiles({ store, db, temporaryFolder, limit: 2_000_000 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const receive = (content: Buffer | string, name: string, who: Files = files.over(db, anna), options = {}) =>
  who.receive(Readable.from([Buffer.from(content)]), { name, ...options })

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#0a5c66' } })

describe('receiving', () => {
  test('keeps a text as it is and gives it back', async () => {
    const file = await receive('Zählerstand: 4711', 'stand.txt')
    expect(file).toMatchObject({ name: 'stand.txt', type: 'text/plain', size: 18, owner: null })
    expect((await buffer(await files.over(db, anna).open(file.id))).toString()).toBe('Zählerstand: 4711')
  })

  test('believes the content, not the name', async () => {
    const file = await receive(await picture().png().toBuffer(), '../../etc/photo.exe')
    expect(file).toMatchObject({ name: 'photo.exe.png', type: 'image/png', width: 40, height: 20 })
  })

  test('takes place and camera out of a photo and turns it upright', async () => {
    const photo = await picture()
      .withExif({ IFD0: { Copyright: 'Anna' }, IFD3: { GPSLatitude: '48/1 8/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const file = await receive(photo, 'foto.jpg')
    const kept = await sharp(await buffer(await files.over(db, anna).open(file.id))).metadata()
    expect(kept.exif).toBeUndefined()
    expect([file.width, file.height]).toEqual([20, 40])
  })

  test('stores equal contents once', async () => {
    const [one, other] = await Promise.all([receive('twice the same', 'a.txt'), receive('twice the same', 'b.txt')])
    expect(one?.id).not.toBe(other?.id)
    expect(one?.sha256).toBe(other?.sha256)
  })

  test.each<[string, () => Promise<Buffer | string> | Buffer | string, string]>([
    ['nothing at all', () => '', 'files.empty'],
    ['a page with a script', () => '<html><script>alert(1)</script>', 'files.typeNotAllowed'],
    [
      'an SVG',
      () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'files.typeNotAllowed',
    ],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]), 'files.typeNotAllowed'],
    ['bytes without a form', () => Buffer.from([0, 255, 3, 7, 0, 1]), 'files.typeNotAllowed'],
    ['half a picture', async () => (await picture(400, 400).jpeg().toBuffer()).subarray(0, 600), 'files.brokenPicture'],
    ['a picture that unfolds into gigabytes', () => bomb(), 'files.tooManyPixels'],
  ])('refuses %s and leaves nothing behind', async (_, content, key) => {
    await expect(receive(await content(), 'x.png', undefined, { field: 'photo' })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['photo'], key }],
    })
    expect(readdirSync(temporaryFolder)).toEqual([])
  })

  test('refuses 200 MB early', async () => {
    let sent = 0
    const endless = Readable.from(
      (function* () {
        for (; sent < 200_000_000; sent += 65_536) yield Buffer.alloc(65_536, 'a')
      })(),
    )
    const receiving = files.over(db, anna).receive(endless, { name: 'large.txt' })
    await expect(receiving).rejects.toMatchObject({ issues: [{ key: 'files.tooLarge', values: { megabytes: 2 } }] })
    expect(sent).toBeLessThan(4_000_000)
    expect(readdirSync(temporaryFolder)).toEqual([])
  })

  test('refuses an upload that breaks off, and leaves nothing behind', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('the beginning')
        throw new Error('connection lost')
      })(),
    )
    await expect(files.over(db, anna).receive(broken, { name: 'x.txt' })).rejects.toThrow('connection lost')
    expect(readdirSync(temporaryFolder)).toEqual([])
  })

  test('keeps within what the caller allows', async () => {
    await expect(receive('just text', 'a.txt', undefined, { types: ['image/png'] })).rejects.toMatchObject({
      issues: [{ key: 'files.notAPicture' }],
    })
  })
})

describe('a full disk', () => {
  test('is noticed before it is full', async () => {
    const cautious = createFiles({ store, db, temporaryFolder, limit: 1000, reserve: Number.MAX_SAFE_INTEGER })
    await expect(receive('text', 'a.txt', cautious.over(db, anna))).rejects.toMatchObject({
      code: 'unavailable',
      key: 'files.noRoom',
    })
  })

  test.skipIf(!mayMount())('refuses clearly and leaves no half file', async () => {
    const small = join(folder, 'small')
    mkdirSync(small)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', small])
    try {
      const cramped = createFiles({
        store: createFolderStore(join(small, 'files')),
        db,
        temporaryFolder: join(small, 'temporary'),
        limit: 2_000_000,
        reserve: 0,
      })
      const before = await countFiles()
      await expect(receive('a'.repeat(1_000_000), 'a.txt', cramped.over(db, anna))).rejects.toMatchObject({
        code: 'unavailable',
        key: 'files.noRoom',
      })
      expect(readdirSync(join(small, 'temporary'))).toEqual([])
      expect(await countFiles()).toBe(before)
    } finally {
      execFileSync('umount', [small])
    }
  })
})

describe('claiming', () => {
  test('gives own files to a thing, and may be repeated', async () => {
    const file = await receive('mine', 'a.txt')
    const owner = `article:${newId()}`
    await files.over(db, anna).claim([file.id], owner)
    await files.over(db, anna).claim([file.id], owner)
    expect((await files.over(db, ben).of(owner)).map((one) => one.id)).toEqual([file.id])
  })

  test.each<[string, (file: StoredFile) => Promise<void>]>([
    ['a file of somebody else', (file) => files.over(db, ben).claim([file.id], 'article:x')],
    ['a file of somebody signed in, by a visitor', (file) => files.over(db, null).claim([file.id], 'article:x')],
    ['a file that is not there', () => files.over(db, anna).claim([newId()], 'article:x')],
    ['an id that is none', () => files.over(db, anna).claim(['../x'], 'article:x')],
  ])('refuses %s as not found', async (_, claim) => {
    await expect(claim(await receive('mine', 'a.txt'))).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a file that belongs to one thing cannot be taken over by another', async () => {
    const file = await receive('mine', 'a.txt')
    await files.over(db, anna).claim([file.id], 'article:one')
    await expect(files.over(db, anna).claim([file.id], 'article:other')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('nobody else sees a file before it is claimed', async () => {
    const file = await receive('mine', 'a.txt')
    expect(await files.over(db, ben).find(file.id)).toBeUndefined()
    await expect(files.over(db, ben).open(file.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await files.over(db, anna).find(file.id)).toMatchObject({ id: file.id })
  })
})

describe('renditions', () => {
  test('are made once, smaller, as WebP', async () => {
    const file = await receive(await picture(1000, 500).jpeg().toBuffer(), 'a.jpg')
    const [one, other] = await Promise.all([rendition(file, 320), rendition(file, 320)])
    expect(one.equals(other)).toBe(true)
    expect(await sharp(one).metadata()).toMatchObject({ format: 'webp', width: 320, height: 160 })
  })

  test('come in fixed widths only, and of pictures only', async () => {
    const file = await receive(await picture().png().toBuffer(), 'a.png')
    await expect(rendition(file, 321)).rejects.toMatchObject({ code: 'not_found' })
    await expect(rendition(await receive('text', 'a.txt'), 320)).rejects.toMatchObject({ code: 'not_found' })
  })

  async function rendition(file: StoredFile, width: number) {
    return buffer((await files.over(db, anna).rendition(file.id, width)).content)
  }
})

describe('tidying', () => {
  const tidy = (now: Date) => tidyFiles({ store, db, temporaryFolder, log: quiet }, now)

  test('removes what nobody claimed for a day, and its content', async () => {
    const file = await receive('nobody wants me', 'a.txt')
    await tidy(new Date())
    expect(await files.over(db, anna).find(file.id)).toBeDefined()
    await tidy(new Date(Date.now() + DAY + 60_000))
    expect(await files.over(db, anna).find(file.id)).toBeUndefined()
    await tidy(new Date(Date.now() + 2 * DAY))
    expect(await isStored(file)).toBe(false)
  })

  test('keeps a content that another file still has', async () => {
    const [going, staying] = [await receive('shared', 'a.txt'), await receive('shared', 'b.txt')]
    await files.over(db, anna).claim([staying.id], 'article:shared')
    await files.over(db, anna).remove(going.id)
    await tidy(new Date(Date.now() + 2 * DAY))
    expect((await buffer(await files.over(db, null).open(staying.id))).toString()).toBe('shared')
  })

  test('removes the content of a file whose transaction was rolled back', async () => {
    let file: StoredFile | undefined
    const failing = db.transaction().execute(async (transaction) => {
      file = await receive('rolled back', 'a.txt', files.over(transaction, anna))
      throw new Error('later in the same command')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await isStored(file as unknown as StoredFile)).toBe(true)
    await tidy(new Date(Date.now() + DAY + 60_000))
    expect(await isStored(file as unknown as StoredFile)).toBe(false)
  })

  test('removes what a killed process left behind', async () => {
    mkdirSync(temporaryFolder, { recursive: true })
    const left = join(temporaryFolder, 'left')
    writeFileSync(left, 'half')
    utimesSync(left, new Date(0), new Date(0))
    await tidy(new Date())
    expect(readdirSync(temporaryFolder)).toEqual([])
  })

  async function isStored(file: StoredFile) {
    return store.has(`${file.sha256.slice(0, 2)}/${file.sha256.slice(2, 4)}/${file.sha256}`)
  }
})

/** A PNG of a few kilobytes that says it is 30,000 pixels wide and high. */
async function bomb(): Promise<Buffer> {
  const png = await picture(1, 1).png().toBuffer()
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  return png
}

async function countFiles() {
  const row = await db
    .selectFrom('files')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Only root may mount a small disk. */
function mayMount(): boolean {
  try {
    const probe = mkdtempSync(join(tmpdir(), 'theke-mount-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' })
    execFileSync('umount', [probe])
    rmSync(probe, { recursive: true })
    return true
  } catch {
    return false
  }
}
