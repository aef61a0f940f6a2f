import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { negotiateLang } from '../../kernel/lang.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { sharedKey } from '../../kernel/shared-answers.ts'
import type { Page, PageAnswer } from '../../ui/page.ts'
import { STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'
import { admit } from './admission.ts'
import { sendPlain } from './answer.tsx'
import { compressed } from './compress.ts'
import { takeFlash } from './flash.ts'
import { locate, type Place } from './locate.ts'
import type { PageCache } from './page-cache.ts'
import { type Located, localUrl, type PageRequest, pageCall } from './page-call.ts'
import { renderPage } from './render.tsx'
import { renderError } from './render-error.tsx'
import { createRouter } from './router.ts'
import { type createSharedViews, type RenderedView, renderView } from './shared-views.ts'
import type { Frames } from './shell-frames.tsx'
import { SPECULATION_HEADER } from './speculation.ts'
import { createSubmissions } from './submitting.ts'

interface WebOptions {
  pages: readonly Page[]
  cache: PageCache
  views: ReturnType<typeof createSharedViews>
  frames: Frames
  sessionCookie: string
}

/** Serves pages: finds portal, language and page; identifies the reader; runs the page; renders it into the shell. */
export function registerWeb(
  app: FastifyInstance,
  services: HttpServices,
  { pages, cache, views, frames, sessionCookie }: WebOptions,
) {
  const router = createRouter(pages)
  const { submit, restoredForm } = createSubmissions(services, {
    send: (reply, base, page, result) => send(reply, base, page, result, null),
    toSignIn,
  })
  app.route({ method: ['GET', 'HEAD', 'POST'], url: '/*', handler: serve })

  async function serve(request: FastifyRequest, reply: FastifyReply) {
    const started = cache.generation()
    const pathname = request.url.split('?', 1)[0] ?? '/'
    const place = locate(await services.identification.portals(services.db), request.hostname, pathname)
    if (!place) throw refuse.unavailable()
    if (!(await services.identification.isSetUp(services.db))) {
      const before = beforeSetUp(request, reply, place)
      if (before) return before
    }
    if (place.lang === null) {
      const bare = router.findBare(place.path)
      if (!bare) return withoutLanguage(request, reply, place)
      place.lang = negotiateLang(request.headers['accept-language'], place.portal.langs)
      return answer(request, reply, place as Located, bare, started)
    }
    const found = router.find(place.path)
    return answer(request, reply, place as Located, found, started)
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    place: Located,
    found: { page: Page; params: Record<string, string> } | null,
    started: number,
  ) {
    let actor: Actor | undefined
    try {
      actor = await identify(request, place)
      if (!found) throw refuse.notFound()
      const { page, params } = found
      const base = { request, place, actor, params, timeZone: await services.timeZone() }
      if (request.method === 'POST') return await submit(reply, base, page)
      admit(actor, page, place)
      const form = await restoredForm(request, reply, place)
      const result = form ? await page.get(pageCall(services, base, form)) : await view(base, page)
      return await send(reply, base, page, result, form ? null : started)
    } catch (error) {
      if (!(error instanceof Refusal))
        services.log.error({ err: error, requestId: request.id, url: request.url }, 'a page failed')
      if (error instanceof Refusal && error.code === 'unauthenticated') return toSignIn(request, reply, place)
      const html = await renderError(services, frames, { request, reply, place, actor, error })
      return reply
        .code(error instanceof Refusal ? STATUS[error.code] : 500)
        .headers({
          'cache-control': 'no-store',
          ...(error instanceof Refusal && error.retryAfter ? { 'retry-after': error.retryAfter } : {}),
        })
        .type('text/html; charset=utf-8')
        .send(html)
    }
  }

  /** What a page answers: rendered already, where many readers get the same. */
  async function view(base: PageRequest, page: Page): Promise<PageAnswer | RenderedView> {
    const call = pageCall(services, base)
    const { place, actor } = base
    const isShared = page.sharedAmong !== 'visitors' || actor.personId === null
    if (!page.shared || !isShared) return page.get(call)
    const key = sharedKey(page.path, { actor, lang: place.lang }, [
      place.path,
      page.shared.map((name) => call.queryAll(name)),
    ])
    const generation = views.generation()
    return views.find(key) ?? views.keep(key, await page.get(call), generation)
  }

  async function identify(request: FastifyRequest, place: Place) {
    return services.identification.identify(services.db, {
      channel: 'web',
      portal: place.portal.key,
      session: request.cookies[sessionCookie],
      address: request.ip,
    })
  }

  async function send(
    reply: FastifyReply,
    base: PageRequest,
    page: Page,
    result: PageAnswer | RenderedView,
    cacheFrom: number | null,
  ) {
    const { request } = base
    if (!('html' in result) && sendPlain(services, result, request, reply)) return reply
    if (!('html' in result || 'view' in result)) return reply
    const flash = takeFlash(request, reply, services.texts(base.place.lang))
    const view = 'html' in result ? result : renderView(result)
    // As bytes at once: handing a string to the socket costs more than everything else here together.
    const body = Buffer.from(await renderPage(services, frames, { ...base, page, view, flash }))
    reply
      .code(result.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('speculation-rules', SPECULATION_HEADER)
    const mayCache =
      page.cache &&
      cacheFrom !== null &&
      !flash &&
      base.actor.personId === null &&
      isKnownAddress(request, page) &&
      cache.cacheable(request.raw)
    if (mayCache && (result.status ?? 200) === 200) {
      const etag = cache.keep(request.raw, body, headersOf(reply), cacheFrom)
      reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding, cookie' })
    } else {
      reply.headers({ 'cache-control': 'private, no-cache', vary: 'accept-encoding, cookie' })
    }
    const sent = await compressed(body, request.headers['accept-encoding'])
    if (sent.encoding) reply.header('content-encoding', sent.encoding)
    return reply.send(sent.body)
  }

  function withoutLanguage(request: FastifyRequest, reply: FastifyReply, place: Place) {
    const lang = negotiateLang(request.headers['accept-language'], place.portal.langs)
    const known = place.path === '/' || router.find(place.path) !== null
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
    if (known && request.method !== 'POST')
      return reply
        .code(302)
        .headers({ location: localUrl(place.base, lang, place.path) + query, vary: 'accept-language' })
        .send('')
    return answer(request, reply, { ...place, lang }, null, -1)
  }

  /** Nobody administers the installation yet: every page leads to setting it up. */
  function beforeSetUp(request: FastifyRequest, reply: FastifyReply, place: Place) {
    if (/^\/(set-up|offline)(\/|$)/.test(place.path) || (place.lang === null && router.findBare(place.path)))
      return null
    const lang = place.lang ?? negotiateLang(request.headers['accept-language'], place.portal.langs)
    return reply
      .code(request.method === 'POST' ? 303 : 302)
      .headers({ location: localUrl('', lang, '/set-up'), 'cache-control': 'no-store', vary: 'accept-language' })
      .send('')
  }

  function toSignIn(request: FastifyRequest, reply: FastifyReply, place: Located) {
    const next = request.url
    const location = `${localUrl(place.base, place.lang, '/sign-in')}?next=${encodeURIComponent(next)}`
    return reply
      .code(request.method === 'GET' ? 302 : 303)
      .headers({ location, 'cache-control': 'no-store' })
      .send('')
  }
}

/** Addresses with fields that the page does not know (of campaigns, of nobody) are not worth keeping: nobody asks for them again. */
function isKnownAddress({ url }: FastifyRequest, { shared, fields = shared }: Page): boolean {
  const start = url.indexOf('?')
  if (start < 0 || !fields) return true
  return [...new URLSearchParams(url.slice(start)).keys()].every((name) => fields.includes(name))
}

function headersOf(reply: FastifyReply) {
  const headers = { ...reply.getHeaders() }
  delete headers['set-cookie']
  delete headers['content-length']
  return headers as Record<string, string>
}
