import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LANGS, negotiateLang } from '../../kernel/lang.ts'
import type { Operation } from '../../kernel/operation.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { apiCaller, bearerOf } from '../http/api-caller.ts'
import { refuseBeforeSetUp } from '../http/before-set-up.ts'
import { bugProblem, problemOf, STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'
import { describeApi } from './openapi.ts'

interface ApiOptions {
  sessionCookie: string
  version: string
}

/** Serves every operation that is offered by REST below `/api/v1`, and its description. */
export function registerApi(app: FastifyInstance, services: HttpServices, { sessionCookie, version }: ApiOptions) {
  const operations = services.slices.flatMap((slice) => slice.operations)
  for (const operation of operations) if (operation.http && operation.channels.includes('api')) serve(operation)

  let description: string | undefined
  app.get('/api/openapi.json', (_request, reply) => {
    description ??= JSON.stringify(describeApi(operations, version, services.installation.url))
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(description)
  })
  app.post('/api/v1/files', (request, reply) => answer(request, reply, () => upload(request)))
  app.all('/api/v1/*', (request, reply) =>
    answer(request, reply, () => {
      throw refuse.notFound()
    }),
  )

  function serve(operation: Operation) {
    const { method, path } = operation.http as { method: 'GET'; path: string }
    app.route({
      method,
      url: `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`,
      handler: (request, reply) =>
        answer(request, reply, async () => {
          await refuseBeforeSetUp(services, operation)
          const call = await caller(request)
          const key = request.headers['idempotency-key']
          return services.runner.run(
            operation,
            { ...call, requestId: request.id, ...(key ? { idempotencyKey: String(key).slice(0, 200) } : {}) },
            inputOf(request, method),
          )
        }),
    })
  }

  async function caller(request: FastifyRequest) {
    const session = bearerOf(request) ? undefined : request.cookies[sessionCookie]
    if (session !== undefined && request.method !== 'GET') refuseForeignCalls(request)
    return apiCaller(services, request, 'api', session)
  }

  async function upload(request: FastifyRequest) {
    const { actor } = await caller(request)
    if (actor.personId === null && actor.apiKeyId === null) throw refuse.unauthenticated()
    const part = request.isMultipart()
      ? await request.file({ limits: { fileSize: services.installation.uploadLimit + 1 } })
      : undefined
    if (!part) throw refuse.field('file', 'refusal.required')
    const file = await services
      .filesFor(actor.personId)
      .receive(part.file, { name: part.filename, limit: services.installation.uploadLimit })
    return { id: file.id, name: file.name, type: file.type, size: file.size, width: file.width, height: file.height }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, work: () => Promise<unknown> | unknown) {
    const t = services.texts(negotiateLang(request.headers['accept-language'], LANGS))
    try {
      const body = JSON.stringify(await work())
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      reply.headers({ 'cache-control': 'private, no-cache', vary: 'accept-language, authorization, cookie' })
      if (request.method === 'GET') {
        reply.header('etag', etag)
        if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      }
      return reply.type('application/json; charset=utf-8').send(body)
    } catch (error) {
      const known = error instanceof Refusal
      if (!known) services.log.error({ err: error, requestId: request.id }, 'an API call failed')
      const problem = known ? problemOf(error, t, request.id) : bugProblem(t, request.id)
      if (known && error.retryAfter) reply.header('retry-after', error.retryAfter)
      if (known && error.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer')
      return reply
        .code(known ? STATUS[error.code] : 500)
        .header('cache-control', 'no-store')
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem))
    }
  }
}

/** Input of an operation: body (or query for reads), then path parameters, which nothing overrides. */
function inputOf(request: FastifyRequest, method: string): Record<string, unknown> {
  const { lang: _lang, portal: _portal, ...query } = request.query as Record<string, unknown>
  const params = request.params as Record<string, unknown>
  if (method === 'GET' || method === 'DELETE') return { ...query, ...withLang(request), ...params }
  const body = request.body
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body)))
    throw refuse.invalid([{ path: [], key: 'refusal.form' }])
  return { ...(body as object | undefined), ...params }
}

function withLang(request: FastifyRequest) {
  const lang = (request.query as Record<string, unknown>)['lang']
  return lang === undefined ? {} : { lang }
}

/** A browser's session may not be used by pages of other sites. */
function refuseForeignCalls(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuse.forbidden()
  const type = request.headers['content-type'] ?? ''
  if (site === undefined && !type.startsWith('application/json') && request.body !== undefined && request.body !== null)
    throw refuse.forbidden()
}
