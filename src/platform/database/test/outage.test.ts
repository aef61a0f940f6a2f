import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connectDatabase } from '../connect.ts'
import { findRunning, startEmbedded } from '../embedded.ts'
import { startListener } from '../listen.ts'

const base = mkdtempSync(join(tmpdir(), 'theke-outage-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const quick = { quickly: true, settings: { fsync: 'off' } }
const one = sql<{ one: number }>`select 1 as one`

describe('the embedded PostgreSQL', () => {
  it('may be away and come back: meanwhile everything refuses with unavailable, afterwards everything works', async () => {
    const folder = join(base, 'away')
    const first = await startEmbedded(folder, quick)
    const { db, close } = connectDatabase({ url: first.url })
    const heard: (string | undefined)[] = []
    const listener = await startListener({ url: first.url })
    listener.onNotify('news', (payload) => heard.push(payload))
    await one.execute(db)
    await first.stop()

    await expect(one.execute(db)).rejects.toMatchObject({ code: 'unavailable' })
    await expect(db.transaction().execute((within) => one.execute(within))).rejects.toMatchObject({
      code: 'unavailable',
    })

    const second = await startEmbedded(folder, quick)
    expect((await one.execute(db)).rows).toEqual([{ one: 1 }])
    await expect.poll(() => heard).toContain(undefined)
    await sql`select pg_notify('news', 'again')`.execute(db)
    await expect.poll(() => heard).toContain('again')
    await listener.close()
    await close()
    await second.stop()
  })

  it('cancels a statement that takes too long, and refuses it', async () => {
    const server = await startEmbedded(join(base, 'slow'), quick)
    const { db, close } = connectDatabase({ url: server.url, statementTimeoutMs: 50 })
    await expect(sql`select pg_sleep(20)`.execute(db)).rejects.toMatchObject({ code: 'unavailable' })
    await close()
    await server.stop()
  })

  it('works where the path is too long for a socket, and has spaces and quotes', async () => {
    const folder = join(base, `a "quoted" path, ${'long '.repeat(20)}`)
    mkdirSync(folder)
    const server = await startEmbedded(folder, quick)
    expect(server.url).toContain('127.0.0.1')
    expect(findRunning(folder)).toBe(server.url)
    const { db, close } = connectDatabase({ url: server.url })
    expect((await one.execute(db)).rows).toEqual([{ one: 1 }])
    await close()
    await server.stop()
    expect(findRunning(folder)).toBeUndefined()
  })

  it('is not started twice on one folder', async () => {
    const folder = join(base, 'twice')
    const server = await startEmbedded(folder, { ...quick, purpose: 'first' })
    await expect(startEmbedded(folder, { ...quick, purpose: 'second' })).rejects.toThrow(
      /Another Theke \(first, process \d+\) already works on/,
    )
    await server.stop()
  })
})
