import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../kernel/ctx.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { createFiles } from '../files.ts'
import { createS3Store } from '../s3-store.ts'
import { contentKey, renditionsKey } from '../store.ts'
import { tidyFiles } from '../tidy.ts'

const folder = mkdtempSync(join(tmpdir(), 'theke-s3-test-'))
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'theke', configs: [] }],
})
const temporaryFolder = join(folder, 'temporary')
let db: Database
let store: ReturnType<typeof createS3Store>

beforeAll(async () => {
  db = (await openTestDatabase()).db as Database
  const { port } = await server.run()
  store = createS3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'theke',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
    region: 'us-east-1',
  })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('files live in an S3-compatible store from upload to removal', async () => {
  const files = createFiles({ store, db, temporaryFolder, limit: 2_000_000 }).over(db, null)
  const picture = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()

  const file = await files.receive(Readable.from([picture]), { name: 'bild.png' })
  await files.claim([file.id], 'article:s3')
  expect(await sharp(await buffer(await files.open(file.id))).metadata()).toMatchObject({ width: 900 })

  const smaller = await buffer((await files.rendition(file.id, 320)).content)
  expect(await sharp(smaller).metadata()).toMatchObject({ format: 'webp', width: 320 })

  await files.remove(file.id)
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await tidyFiles({ store, db, temporaryFolder, log }, new Date(Date.now() + 2 * 86_400_000))
  expect(await store.has(contentKey(file.sha256))).toBe(false)
  expect(await store.has(`${renditionsKey(file.sha256)}/320.webp`)).toBe(false)
})

test('what is not there is not found', async () => {
  expect(await store.open('aa/bb/missing')).toBeUndefined()
  expect(await store.has('aa/bb/missing')).toBe(false)
})
