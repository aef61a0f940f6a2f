import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { formatsOf } from '../../ui/formats.ts'
import type { Page } from '../../ui/page.ts'
import type { HttpServices } from '../http/services.ts'
import type { Place } from './locate.ts'
import { type Located, localUrl, portalView } from './page-call.ts'
import type { RenderedView } from './shared-views.ts'
import type { PersonStrip } from './shell/shell-props.ts'
import { shellAssets } from './shell-assets.ts'
import { type FrameProps, type Frames, GAP, GAP_NEXT } from './shell-frames.tsx'
import { administration, administrationLink, links, seesAdministration, type UrlOf } from './shell-links.ts'

/** The names of the languages, each in itself. */
const LANG_NAMES: Record<Lang, string> = { de: 'Deutsch', en: 'English', el: 'Ελληνικά' }

interface RenderParts {
  request: FastifyRequest
  place: Located
  actor: Actor
  page: Page | null
  view: RenderedView
  flash: { kind: 'good' | 'info' | 'warn'; text: string } | null
}

/** Renders the shell around the content of a page, as a whole document. */
export async function renderPage(services: HttpServices, frames: Frames, parts: RenderParts): Promise<string> {
  const { place, actor, page, view, request, flash } = parts
  const { lang, base } = place
  const t = services.texts(lang)
  const portal = portalView(place, lang)
  const url = (path: string, other: Lang = lang) => localUrl(base, other, path)
  const isAdmin = page?.layout === 'admin'
  const alone = page?.layout === 'alone'
  const plain = alone || page?.layout === 'plain'
  const origin = services.installation.url
  const timeZone = await services.timeZone()
  const shown = services.navigation.filter((item) => item.visible(actor)).sort((a, b) => a.order - b.order)
  const shell: FrameProps = {
    lang,
    portal: { key: portal.key, name: portal.name, logoUrl: portal.logoUrl, home: url('/') },
    title: view.title,
    description: view.description ?? t('web.pageDescription', { title: view.title, portal: portal.name }),
    canonical: page?.bare ? undefined : origin + url(view.canonical ?? place.path),
    alternates: page?.bare || view.noIndex ? [] : alternates(view, place, origin),
    noIndex: view.noIndex ?? (isAdmin || page?.requires !== undefined),
    image: view.image,
    feeds: view.feeds ?? [],
    structuredData: view.structuredData ?? [],
    langs: portal.langs.map((other) => ({
      lang: other,
      label: LANG_NAMES[other],
      href: url(view.alternates?.[other] ?? place.path, other) + GAP.query,
    })),
    nav: plain ? [] : links(shown, 'portal', place.path, url, t),
    account: actor.personId
      ? {
          name: actor.name ?? '',
          items: [
            ...links(shown, 'account', place.path, url, t),
            ...(seesAdministration(shown) ? [administrationLink(place.path, url, t)] : []),
          ],
          signOut: url('/sign-out'),
        }
      : null,
    bell: actor.personId && !plain ? await bell(services, { actor, lang, url, t, path: place.path }) : null,
    signIn: alone || place.path === '/sign-in' ? null : `${url('/sign-in')}?next=${GAP_NEXT}`,
    search:
      plain || view.ownSearch || place.path === '/' || place.path === '/search' || isAdmin
        ? null
        : { action: url('/search') },
    breadcrumbs: view.breadcrumbs ?? [],
    flash,
    banners:
      plain || isAdmin || view.wide || place.path === '/status'
        ? []
        : await banners(services, { actor, lang, url, timeZone }),
    areBannersFull: place.path === '/',
    person:
      plain || isAdmin || view.wide || place.path === '/contact'
        ? null
        : await personStrip(services, { t, url, view, lang, actor, path: place.path }),
    footer: alone
      ? []
      : [
          { label: t('web.footer.imprint'), href: url('/imprint') },
          { label: t('web.footer.privacy'), href: url('/privacy') },
          { label: t('web.footer.accessibility'), href: url('/accessibility') },
          { label: t('api.reference.title'), href: url('/developers') },
        ],
    scheme: schemeOf(request),
    schemeAction: '/scheme',
    address: GAP.address,
    assets: shellAssets(portal, lang, isAdmin || view.wide === true),
    work: page?.layout === 'work',
    side: isAdmin ? administration(shown, place.path, url, t) : null,
  }
  return frames.render(shell, t, portal, { content: view.html, query: queryOf(request), address: request.url })
}

/** What the bell says; the page goes on without it when nobody can tell. */
async function bell(
  services: HttpServices,
  { actor, lang, url, t, path }: { actor: Actor; lang: Lang; url: UrlOf; t: Translate; path: string },
) {
  const count = (await services.unread?.({ actor, lang, path }).catch(() => 0)) ?? 0
  return { href: url('/notifications'), label: t('notices.bell', { count }), count, current: path === '/notifications' }
}

async function banners(
  services: HttpServices,
  { actor, lang, url, timeZone }: { actor: Actor; lang: Lang; url: UrlOf; timeZone: string },
): Promise<FrameProps['banners']> {
  // A page is not to fail because of what stands above it: the errors page has one, too.
  const shown = await services.banners?.({ actor, lang }).catch(() => [])
  const format = formatsOf(lang, timeZone)
  return (shown ?? []).map(({ path, until, ...rest }) => ({
    ...rest,
    href: url(path),
    until: until && format.moment(until),
  }))
}

/** Pages that count as read when their reader goes on to a person; what was read is handed over with the message. */
const READ = /^\/(articles|documents)\//

async function personStrip(
  services: HttpServices,
  {
    t,
    url,
    view,
    lang,
    actor,
    path,
  }: { t: Translate; url: UrlOf; view: RenderedView; lang: Lang; actor: Actor; path: string },
): Promise<PersonStrip> {
  const handOver = new URLSearchParams()
  if (view.from) handOver.set('from', view.from)
  else if (view.question) handOver.set('question', view.question)
  if (READ.test(path)) {
    handOver.set('read', path)
    handOver.set('title', view.title)
  }
  const hours = await services.whenBack?.({ actor, lang })
  return {
    title: t('web.person.title'),
    text: hours ?? t('web.person.text'),
    actions: [
      {
        label: t('web.person.write'),
        href: url('/contact') + (handOver.size > 0 ? `?${handOver}` : ''),
        icon: 'message-square-text',
      },
      { label: t('web.person.track'), href: url('/track'), icon: 'route' },
    ],
  }
}

function alternates(view: RenderedView, place: Place, origin: string) {
  // A page that names its translations is not there in other languages: readers get a fall-back, search engines are not told of it.
  const langs = place.portal.langs.filter((lang) => !view.alternates || view.alternates[lang])
  const all = langs.map((lang) => ({
    lang: lang as string,
    href: origin + localUrl(place.base, lang, view.alternates?.[lang] ?? place.path),
  }))
  return [...all, { lang: 'x-default', href: `${origin}${place.base}${place.path}` }]
}

function queryOf(request: FastifyRequest): string {
  const start = request.url.indexOf('?')
  return start < 0 || request.method !== 'GET' ? '' : request.url.slice(start)
}

function schemeOf(request: FastifyRequest): 'light' | 'dark' | null {
  const scheme = request.cookies['theke_scheme']
  return scheme === 'light' || scheme === 'dark' ? scheme : null
}
