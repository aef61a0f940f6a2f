import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatsOf } from '../../ui/formats.ts'
import type { FormState, PageCall, PortalView } from '../../ui/page.ts'
import type { HttpServices } from '../http/services.ts'
import type { Place } from './locate.ts'

/** Where in a portal a request goes, and in which language. */
export type Located = Place & { lang: Lang }

/** What is known of a request for a page before the page is run. */
export interface PageRequest {
  request: FastifyRequest
  place: Located
  actor: Actor
  params: Record<string, string>
  timeZone: string
}

/** A portal as pages see it, in the reader's language. */
export function portalView(place: Place, lang: Lang): PortalView {
  const { portal, base } = place
  return {
    key: portal.key,
    name: portal.names[lang] ?? portal.names[portal.langs[0] ?? 'de'] ?? portal.key,
    langs: portal.langs,
    base,
    logoUrl: portal.logoUrl,
    brandVersion: portal.brandVersion,
  }
}

/** Makes the call that a page works with. */
export function pageCall(services: HttpServices, asked: PageRequest, form: FormState | null = null): PageCall {
  const { request, place, actor, params, timeZone } = asked
  const lang = place.lang
  const search = new URL(request.url, 'http://localhost').searchParams
  return {
    actor,
    lang,
    portal: portalView(place, lang),
    t: services.texts(lang),
    format: formatsOf(lang, timeZone),
    now: services.now(),
    timeZone,
    params,
    query: Object.fromEntries(search),
    queryAll: (name) => search.getAll(name),
    path: place.path,
    origin: services.installation.url,
    form,
    cookies: request.cookies,
    userAgent: request.headers['user-agent'] ?? null,
    whenBack: async () => (await services.whenBack?.({ actor, lang })) ?? null,
    url: (path, other) => localUrl(place.base, other ?? lang, path),
    run: (operation, input, onPart) =>
      services.runner.run(operation, { actor, lang, requestId: request.id, ...(onPart ? { onPart } : {}) }, input),
  }
}

/** The address of a page of a portal in a language. */
export function localUrl(base: string, lang: Lang, path: string): string {
  return `${base}/${lang}${path === '/' ? '' : path}`
}
