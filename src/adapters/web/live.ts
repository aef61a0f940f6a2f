import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLang } from '../../kernel/lang.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import type { LiveHub } from '../../platform/live/hub.ts'
import { problemOf, STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'

/** Proxies cut connections that are silent for a minute. Milliseconds. */
const HEARTBEAT = 20_000
/** After this a page connects again, and what it may hear is decided anew. Milliseconds; spread, so that not all come at once. */
const LIFETIME = 600_000
/** Bytes that may wait for a slow reader; after that it is let go and catches up when it comes back. */
const MOST_WAITING = 65_536
const MOST_TOPICS = 8
const MOST_CONNECTIONS = 5000
const MOST_OF_ONE = 20

interface LiveOptions {
  hub: LiveHub
  sessionCookie: string
}

interface Connection {
  who: string
  reply: FastifyReply['raw']
  until: number
}

/**
 * `/live?topic=…`: what happens just now, as server-sent events, to pages that are open. Each topic is authorised on its own; pages must
 * work without: everything told here can also be seen by asking again.
 */
export function registerLive(app: FastifyInstance, services: HttpServices, { hub, sessionCookie }: LiveOptions) {
  const sources = services.slices.flatMap((slice) => slice.live ?? [])
  const open = new Set<Connection>()
  const beat = setInterval(heartbeat, HEARTBEAT).unref()

  app.get('/live', async (request, reply) => {
    try {
      await connect(request, reply)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply
        .code(STATUS[error.code])
        .headers({ 'cache-control': 'no-store', ...(error.retryAfter ? { 'retry-after': error.retryAfter } : {}) })
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(problemOf(error, services.texts('en'), request.id)))
    }
  })
  // Streams never end by themselves: closing would wait for them.
  app.addHook('preClose', async () => {
    clearInterval(beat)
    for (const connection of open) connection.reply.end()
  })

  async function connect(request: FastifyRequest, reply: FastifyReply) {
    const query = new URL(request.url, 'http://localhost').searchParams
    const actor = await identify(request, query.get('portal'))
    const who = actor.personId ?? actor.address ?? 'unknown'
    const lang = query.get('lang') ?? ''
    const topics = await services.runner.inCtx({ actor, lang: isLang(lang) ? lang : 'en' }, async (ctx) => {
      const heard: string[] = []
      for (const topic of [...new Set(query.getAll('topic'))].slice(0, MOST_TOPICS)) {
        const [first, ...rest] = topic.split('/')
        const source = sources.find((one) => one.topic === first)
        if (source && (await source.mayHear(ctx, rest.join('/')))) heard.push(topic)
      }
      return heard
    })
    if (topics.length === 0) throw actor.personId === null ? refuse.unauthenticated() : refuse.notFound()
    if (open.size >= MOST_CONNECTIONS || [...open].filter((one) => one.who === who).length >= MOST_OF_ONE)
      throw refuse.rateLimited(60)
    stream(request, reply, topics, who, placeOf(request.headers['last-event-id'] ?? query.get('after')))
  }

  function stream(request: FastifyRequest, reply: FastifyReply, topics: string[], who: string, after: number | null) {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
    })
    raw.write('retry: 2000\n\n')
    const connection = { who, reply: raw, until: Date.now() + LIFETIME * (0.8 + Math.random() * 0.4) }
    open.add(connection)
    const stop = hub.listen(topics, after, (chunk) => {
      if (raw.writableLength > MOST_WAITING) raw.destroy()
      else raw.write(chunk)
    })
    raw.on('close', () => {
      stop()
      open.delete(connection)
    })
  }

  function heartbeat() {
    const now = Date.now()
    for (const { reply, until } of open) {
      if (until < now) reply.end()
      else if (reply.writableLength > MOST_WAITING) reply.destroy()
      else reply.write(':\n\n')
    }
  }

  async function identify(request: FastifyRequest, wanted: string | null) {
    const portals = await services.identification.portals(services.db)
    const portal = portals.find((one) => one.key === wanted) ?? portals[0]
    return services.identification.identify(services.db, {
      channel: 'web',
      portal: portal?.key ?? '',
      session: request.cookies[sessionCookie],
      address: request.ip,
    })
  }
}

function placeOf(header: string | string[] | null): number | null {
  const place = Number(header)
  return header && Number.isSafeInteger(place) ? place : null
}
