import type { Client } from '@modelcontextprotocol/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiKeyOf, mcpClients, saidBy } from '../adapters/mcp/test/builders.ts'
import { toolName } from '../adapters/mcp/tools.ts'
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

/** Asking again changes nothing: what changes something was done by the API already. */
const forAssistants = operations.flatMap((operation) =>
  operation.kind === 'query' && operation.channels.includes('mcp')
    ? operation.examples.map((example) => [`${operation.name}: ${example.title}`, operation, example] as const)
    : [],
)

const WHO = 'renate.seidl@lindaubrueck.example'

let app: Awaited<ReturnType<typeof openApp>>
let cookie: string
let assistant: Client
beforeAll(async () => {
  const now = new Date()
  app = await openApp({ now: () => now })
  await loadDemo(app.theke, () => undefined)
  await app.theke.jobs.drain(app.theke.runner)
  await app.theke.events.settled()
  cookie = await signIn(WHO)
  const connect = await mcpClients(app)
  assistant = await connect(
    await apiKeyOf(
      app,
      WHO,
      app.theke.installation.permissions.map(({ name }) => name),
    ),
  )
})

describe('examples', () => {
  it.each(withExamples)('%s', async (_title, operation, example) => {
    const answer = await call(operation, example.input)
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200)
    if (operation.kind === 'query') expect(lasting(answer.json())).toEqual(lasting(await own(operation, example.input)))
  })

  it.each(forAssistants)('as a tool: %s', async (_title, operation, example) => {
    const result = await assistant.callTool({ name: toolName(operation), arguments: example.input })
    expect(result.isError, JSON.stringify(result.content).slice(0, 500)).toBeFalsy()
    expect(lasting(result.structuredContent)).toEqual(lasting(saidBy(result)))
    expect(lasting(saidBy(result))).toEqual(lasting(await own(operation, example.input)))
  })
})

/** What the operation itself answers. */
async function own(operation: Operation, input: Record<string, unknown>): Promise<unknown> {
  const answer = await app.theke.runner.run(operation, { actor: await renate(), lang: langOf(input) }, input)
  return JSON.parse(JSON.stringify(answer))
}

/** Renate herself, as the web knows her. */
const renate = () =>
  app.theke.http.identification.identify(app.theke.db, {
    channel: 'web',
    portal: 'customers',
    session: cookie.split('=')[1],
    address: '127.0.0.1',
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
