import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { may } from '../../kernel/actor.ts'
import { type Lang, negotiateLang } from '../../kernel/lang.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { sharedKey } from '../../kernel/shared-answers.ts'
import type { FormState, Page, PageAnswer } from '../../ui/page.ts'
import { STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'
import { isSecure, sendPlain } from './answer.tsx'
import { compressed } from './compress.ts'
import { fieldsOf, readForm, type Submitted, shownAgain } from './fields.ts'
import { takeFlash } from './flash.ts'
import { DRAFT_COOKIE, DRAFT_LIFETIME, keepDraft, takeDraft } from './form-drafts.ts'
import { locate, type Place } from './locate.ts'
import type { PageCache } from './page-cache.ts'
import { localUrl, pageCall } from './page-call.ts'
import { renderError, renderPage } from './render.tsx'
import { createRouter } from './router.ts'
import { type createSharedViews, type RenderedView, renderView } from './shared-views.ts'
import { SPECULATION_HEADER } from './speculation.ts'

interface WebOptions {
  pages: readonly Page[]
  cache: PageCache
  views: ReturnType<typeof createSharedViews>
  sessionCookie: string
}

/** Forms with files that one address may send without an account. */
const UPLOADS = { limit: 60, seconds: 3600 }

type Located = Place & { lang: Lang }

/** Serves pages: finds portal, language and page; identifies the reader; runs the page; renders it into the shell. */
export function registerWeb(
  app: FastifyInstance,
  services: HttpServices,
  { pages, cache, views, sessionCookie }: WebOptions,
) {
  const router = createRouter(pages)
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
      if (request.method === 'POST') return await submit(request, reply, base, page)
      admit(actor, page, place)
      const form = await restoredForm(request, reply, place)
      const result = form ? await page.get(pageCall(services, { ...base, form })) : await view(base, page)
      return await send(request, reply, base, page, result, form ? null : started)
    } catch (error) {
      if (!(error instanceof Refusal))
        services.log.error({ err: error, requestId: request.id, url: request.url }, 'a page failed')
      if (error instanceof Refusal && error.code === 'unauthenticated') return toSignIn(request, reply, place)
      const html = await renderError(services, { request, reply, place, actor, error })
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
  async function view(base: PageBase, page: Page): Promise<PageAnswer | RenderedView> {
    const call = pageCall(services, { ...base, form: null })
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

  async function submit(request: FastifyRequest, reply: FastifyReply, base: PageBase, page: Page) {
    refuseForeignForms(request, services.installation.url)
    const admitted = isAdmitted(base.actor, page, base.place)
    const { uploadLimit: limit } = services.installation
    const takesFiles =
      admitted && page.uploads && (await (page.uploads.from?.(pageCall(services, { ...base, form: null })) ?? true))
    const files = takesFiles ? services.filesFor(base.actor.personId) : null
    if (files && request.isMultipart()) await limitUploads(base.actor)
    const submitted = await readForm(request, files && { files, limit, types: page.uploads?.types })
    const action = submitted.values.get('action')?.at(-1) ?? 'default'
    if (!admitted) return interrupted(request, reply, base, action, submitted)
    const handler = page.post?.[action]
    if (!handler) throw refuse.notFound()
    try {
      if (submitted.refused) throw submitted.refused
      const result = await handler(pageCall(services, { ...base, form: null }), fieldsOf(submitted))
      return await send(request, reply, base, page, result, null)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'unauthenticated') return interrupted(request, reply, base, action, submitted)
      if (error.code === 'not_found' || error.code === 'forbidden') throw error
      return await showAgain(request, reply, base, page, action, submitted, error)
    }
  }

  /** Visitors may fill the disk with files that nobody claims, for a day: they may send only so many forms with files. */
  async function limitUploads(actor: Actor) {
    if (actor.personId !== null) return
    const wait = await services.countCall('web.upload', actor.address ?? 'unknown', UPLOADS)
    if (wait > 0) throw refuse.rateLimited(wait)
  }

  /** Shows the page again with what was typed and what is to be mended. */
  async function showAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    base: PageBase,
    page: Page,
    action: string,
    submitted: Submitted,
    refusal: Refusal,
  ) {
    const t = services.texts(base.place.lang)
    const form: FormState = {
      action,
      values: shownAgain(submitted),
      issues: refusal.issues,
      message: refusal.issues.length > 0 ? null : t(refusal.key, refusal.values),
      restored: false,
    }
    const result = await page.get(pageCall(services, { ...base, form }))
    if ('view' in result) result.status = STATUS[refusal.code]
    return send(request, reply, base, page, result, null)
  }

  /** Nobody is signed in any more: keeps the form on the server and leads to signing in and back to it. */
  async function interrupted(
    request: FastifyRequest,
    reply: FastifyReply,
    base: PageBase,
    action: string,
    submitted: Submitted,
  ) {
    // Uploads belong to who was signed in no more: whoever signs in now could not claim them.
    const withoutFiles = shownAgain({ ...submitted, files: new Map() })
    const secret = await keepDraft(services.db, base.place.path, action, withoutFiles)
    reply.setCookie(DRAFT_COOKIE, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(services),
      maxAge: DRAFT_LIFETIME,
    })
    return toSignIn(request, reply, base.place)
  }

  async function restoredForm(request: FastifyRequest, reply: FastifyReply, place: Located): Promise<FormState | null> {
    const secret = request.cookies[DRAFT_COOKIE]
    if (!secret) return null
    const draft = await takeDraft(services.db, place.path, secret)
    if (!draft) return null
    reply.clearCookie(DRAFT_COOKIE, { path: '/' })
    return { ...draft, issues: [], message: null, restored: true }
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    base: PageBase,
    page: Page,
    result: PageAnswer | RenderedView,
    cacheFrom: number | null,
  ) {
    if (!('html' in result) && sendPlain(services, result, request, reply)) return reply
    if (!('html' in result || 'view' in result)) return reply
    const flash = takeFlash(request, reply, services.texts(base.place.lang))
    const view = 'html' in result ? result : renderView(result)
    // As bytes at once: handing a string to the socket costs more than everything else here together.
    const body = Buffer.from(await renderPage(services, { ...base, page, view, flash }))
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

interface PageBase {
  request: FastifyRequest
  place: Located
  actor: Actor
  params: Record<string, string>
  timeZone: string
}

/** Pages that stay open in a portal that not everybody may enter; some of them are behind a secret of their own, in the link of a mail. */
const OPEN =
  /^\/(sign-in|sign-on|sign-out|sign-up|forgotten-password|invitation|approve|account|imprint|privacy|accessibility|offline|set-up)(\/|$)/

function admit(actor: Actor, page: Page, place: Located) {
  const { entry } = place.portal
  if (
    !page.bare &&
    entry !== null &&
    !actor.audiences.has(entry) &&
    !OPEN.test(place.path) &&
    !may(actor, 'platform.manage')
  )
    throw actor.personId === null ? refuse.unauthenticated() : refuse.forbidden()
  const needed = page.requires ?? 'anyone'
  if (needed === 'anyone') return
  if (actor.personId === null) throw refuse.unauthenticated()
  if (needed !== 'signed-in' && !may(actor, needed)) throw refuse.forbidden()
}

/** False for somebody who must sign in first; refuses who is signed in and may not. */
function isAdmitted(actor: Actor, page: Page, place: Located): boolean {
  try {
    admit(actor, page, place)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return false
    throw error
  }
}

/**
 * Cross-site request forgery: browsers say where a form comes from (Fetch Metadata, Origin). A form of another site is refused; together
 * with `SameSite=Lax` cookies no token is needed, and pages stay cacheable.
 */
function refuseForeignForms(request: FastifyRequest, ownUrl: string) {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuse.forbidden()
  const origin = request.headers.origin
  if (origin === undefined || origin === 'null') {
    if (site === undefined && origin === 'null') throw refuse.forbidden()
    return
  }
  if (origin !== ownUrl && new URL(origin).host !== request.headers.host) throw refuse.forbidden()
}

function headersOf(reply: FastifyReply) {
  const headers = { ...reply.getHeaders() }
  delete headers['set-cookie']
  delete headers['content-length']
  return headers as Record<string, string>
}
