import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from './theke.ts'

let app: Awaited<ReturnType<typeof openApp>>
beforeAll(async () => {
  app = await openApp()
})

describe('the server', () => {
  it('is alive and ready', async () => {
    expect((await app.fastify.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.fastify.inject('/metrics')).body).toContain('theke_http_requests_total')
  })

  it('leads to the reader’s language', async () => {
    const answer = await app.fastify.inject({ url: '/', headers: { 'accept-language': 'el-GR,en;q=0.5' } })
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/el')
  })

  it('says in the reader’s language that a page does not exist', async () => {
    const answer = await app.fastify.inject('/de/no-such-page')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('<html lang="de"')
  })

  it('allows no inline script or style and no other host', async () => {
    const policy = String((await app.fastify.inject('/de/developers')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('refuses forms of other sites', async () => {
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/scheme',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'scheme=dark&back=/de',
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('keeps the choice between light and dark, and leads only to its own pages', async () => {
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/scheme',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'scheme=dark&back=//evil.example',
    })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(String(answer.headers['set-cookie'])).toContain('theke_scheme=dark')
  })

  it('describes its API', async () => {
    const description = (await app.fastify.inject('/api/openapi.json')).json<{ openapi: string }>()
    expect(description.openapi).toMatch(/^3\.1/)
  })

  it('answers unknown API addresses with problem details', async () => {
    const answer = await app.fastify.inject({ url: '/api/v1/nothing', headers: { 'accept-language': 'de' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'not_found', status: 404 })
  })
})
