import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, PASSWORD } from '../../../slices/identity/test/builders.ts'
import { builders } from '../../../slices/requests/test/builders.ts'
import { openApp } from '../../../test/theke.ts'

let app: Awaited<ReturnType<typeof openApp>>
let build: ReturnType<typeof builders>
let base: string
let agent: string
const streams: AbortController[] = []

beforeAll(async () => {
  app = await openApp()
  build = builders(app.theke as never)
  base = await app.fastify.listen({ port: 0, host: '127.0.0.1' })
  agent = await signIn(['agent'])
})
afterAll(() => {
  for (const stream of streams) stream.abort()
})

async function signIn(roles: string[]): Promise<string> {
  const { email } = await makePerson(app.theke, { roles })
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/de/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ action: 'password', email, password: PASSWORD }).toString(),
  })
  const found = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith('theke_session='))
  return found?.split(';')[0] ?? ''
}

/** Opens a stream; `next` gives the text up to the next message with this name. */
async function open(path: string, headers: Record<string, string> = {}) {
  const stop = new AbortController()
  streams.push(stop)
  const answer = await fetch(base + path, { headers, signal: stop.signal })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    status: answer.status,
    headers: answer.headers,
    async next(name: string): Promise<{ id: string | undefined; payload: Record<string, unknown> }> {
      for (;;) {
        const found = new RegExp(`(?:id: (\\d+)\\n)?event: ${name}\\ndata: (.*)\\n\\n`).exec(text)
        if (found) {
          text = text.slice(found.index + found[0].length)
          return { id: found[1], payload: JSON.parse(found[2] as string) }
        }
        const { value, done } = (await reader?.read()) ?? { value: '', done: true }
        if (done) throw new Error(`the stream ended before ${name}`)
        text += value
      }
    },
    close: () => stop.abort(),
  }
}

describe('live messages', () => {
  test('an open desk hears of a new request', async () => {
    const stream = await open('/live?topic=desk', { cookie: agent })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.headers.get('cache-control')).toBe('no-store')
    await build.write(build.visitor())
    expect((await stream.next('changed')).payload).toMatchObject({ topic: 'desk', what: 'request.written' })
    stream.close()
  })

  test('what was missed comes after connecting again', async () => {
    const first = await open('/live?topic=desk', { cookie: agent })
    await build.write(build.visitor(), { subject: 'Erste' })
    const { id } = await first.next('changed')
    first.close()
    await build.write(build.visitor(), { subject: 'Zweite' })
    await app.theke.events.settled()
    const again = await open('/live?topic=desk', { cookie: agent, 'last-event-id': String(id) })
    const missed = await again.next('changed')
    expect(Number(missed.id)).toBeGreaterThan(Number(id))
    again.close()
    const late = await open('/live?topic=desk', { cookie: agent, 'last-event-id': '1' })
    await late.next('reset')
    late.close()
  })

  test('what another transaction tells is heard, and kept nowhere', async () => {
    await build.write(build.visitor())
    const { id } = await app.theke.db
      .selectFrom('requests')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const stream = await open(`/live?topic=desk/${id}`, { cookie: agent })
    const message = { topic: `desk/${id}`, name: 'presence', payload: { name: 'Tobias' } }
    await app.theke.runner.inCtx({ actor: (await build.person('Tobias')).actor, lang: 'de' }, (ctx) =>
      ctx.live.tell(message),
    )
    expect(await stream.next('presence')).toEqual({
      id: undefined,
      payload: { listening: 1, topic: message.topic, name: 'Tobias' },
    })
    stream.close()
  })

  test('whoever may not hear is refused', async () => {
    expect((await open('/live?topic=desk')).status).toBe(401)
    expect((await open('/live?topic=desk', { cookie: await signIn(['customer']) })).status).toBe(404)
    expect((await open('/live?topic=unknown', { cookie: agent })).status).toBe(404)
    expect((await open(`/live?topic=desk/${crypto.randomUUID()}`, { cookie: agent })).status).toBe(404)
  })

  test('one person holds so many streams at most', async () => {
    const many = await Promise.all(Array.from({ length: 24 }, () => open('/live?topic=desk', { cookie: agent })))
    expect(many.filter((one) => one.status === 200)).toHaveLength(20)
    expect(many.find((one) => one.status === 429)?.headers.get('retry-after')).toBe('60')
    for (const one of many) one.close()
  })
})

test('streams end when the server closes', async () => {
  const own = await openApp()
  const at = await own.fastify.listen({ port: 0, host: '127.0.0.1' })
  const { email } = await makePerson(own.theke, { roles: ['agent'] })
  const signedIn = await own.fastify.inject({
    method: 'POST',
    url: '/de/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ action: 'password', email, password: PASSWORD }).toString(),
  })
  const cookie = [signedIn.headers['set-cookie']]
    .flat()
    .find((one) => one?.startsWith('theke_session='))
    ?.split(';')[0]
  const answer = await fetch(`${at}/live?topic=desk`, { headers: { cookie: cookie ?? '' } })
  expect(answer.status).toBe(200)
  const [text] = await Promise.all([answer.text(), own.fastify.close()])
  expect(text).toContain('retry:')
})
