import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../../test/theke.ts'

let app: Awaited<ReturnType<typeof openApp>>
beforeAll(async () => {
  app = await openApp()
})

const get = (accepted?: string) =>
  app.fastify.inject({
    url: '/de/help',
    headers: { cookie: 'theke_flash=x', ...(accepted ? { 'accept-encoding': accepted } : {}) },
  })

describe('a page', () => {
  it('travels compressed when it is rendered, too, for those who take it', async () => {
    const plain = await get()
    const brotli = await get('gzip, deflate, br')
    const gzip = await get('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect(brotli.headers.vary).toContain('accept-encoding')
    expect(brotliDecompressSync(brotli.rawPayload).toString().includes('</html>')).toBe(true)
    expect(gunzipSync(gzip.rawPayload).toString().includes('</html>')).toBe(true)
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  })
})
