import { beforeAll, describe, expect, it } from 'vitest'
import { isLang, type Lang } from '../kernel/lang.ts'
import type { Operation } from '../kernel/operation.ts'
import { loadDemo } from '../process/demonstration.ts'
import { slices } from '../slices.ts'
import { openApp } from './theke.ts'

/** Every example of every operation works on the demonstration content, and every channel gives the same answer. */

const operations: Operation[] = slices.flatMap((slice) => slice.operations)
const withExamples = operations.flatMap((operation) =>
  operation.http && operation.channels.includes('api')
    ? operation.examples.map((example) => [`${operation.name}: ${example.title}`, operation, example] as const)
    : [],
)

let app: Awaited<ReturnType<typeof openApp>>
let cookie: string
beforeAll(async () => {
  const now = new Date()
  app = await openApp({ now: () => now })
  await loadDemo(app.theke, () => undefined)
  await app.theke.jobs.drain(app.theke.runner)
  await app.theke.events.settled()
  cookie = await signIn('renate.seidl@lindaubrueck.example')
})

describe('examples', () => {
  it.each(withExamples)('%s', async (_title, operation, example) => {
    const answer = await call(operation, example.input)
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200)
    if (operation.kind === 'query') {
      const actor = await app.theke.http.identification.identify(app.theke.db, {
        channel: 'web',
        portal: 'customers',
        session: cookie.split('=')[1],
        address: '127.0.0.1',
      })
      const own = await app.theke.runner.run(operation, { actor, lang: langOf(example.input) }, example.input)
      expect(lasting(answer.json())).toEqual(lasting(JSON.parse(JSON.stringify(own))))
    }
  })
})

/** The language of the answer: over HTTP the query may name it. */
function langOf({ lang }: Record<string, unknown>): Lang {
  return isLang(lang) ? lang : 'de'
}

/** Everything but what is made anew each time: one-time tokens, how the process is doing right now. */
function lasting(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer
  const { token: _token, process: _now, ...rest } = answer as Record<string, unknown>
  return rest
}

function call(operation: Operation, input: Record<string, unknown>) {
  const { method, path } = operation.http as { method: 'GET'; path: string }
  const rest = { ...input }
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const headers = { cookie, 'accept-language': 'de', 'sec-fetch-site': 'same-origin' }
  if (method !== 'GET') return app.fastify.inject({ method, url: `/api/v1${filled}`, headers, payload: rest })
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  )
  return app.fastify.inject({ method, url: `/api/v1${filled}?${query}`, headers })
}

async function signIn(email: string): Promise<string> {
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/de/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ action: 'password', email, password: 'theke-zum-ausprobieren' }).toString(),
  })
  const found = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith('theke_session='))
  return decodeURIComponent(found?.split(';')[0] ?? '')
}
