import { may } from '../../kernel/actor.ts'
import type { Banner, Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { LANGS } from '../../kernel/lang.ts'
import type { Findable } from '../../kernel/search.ts'
import type { Choosable, FindableSource, NavigationItem, SiteMapEntry } from '../../kernel/slice.ts'
import { seenAtDesk } from '../requests/index.ts'
import { textIn, textsIn } from './content.ts'
import { listCurrent } from './store/announcements.ts'
import { findRequestOfItem, isItemOf } from './store/orders.ts'
import { isSeenSomewhere, listPublished, listPublishedOf, listVisible, type Service } from './store/services.ts'

const BATCH = 200

/** Services for the search index: one thing to find in every language that has a name. */
export const findables: FindableSource = {
  on: ['service.published', 'service.retired', 'services.loaded', 'service-category.changed'],
  async *all(ctx) {
    let after: string | null = null
    do {
      const services: Service[] = await listPublished(ctx, after, BATCH)
      if (services.length > 0) yield services.flatMap(findablesOf)
      after = services.length === BATCH ? (services.at(-1)?.id ?? null) : null
    } while (after)
  },
  async of(ctx, event) {
    const services = await servicesOf(ctx, event)
    const groups = services.map((service) => ({ group: groupOf(service.id), findables: findablesOf(service) }))
    // What is no longer published is taken out.
    return event.subject.kind === 'service' && groups.length === 0
      ? [{ group: groupOf(event.subject.id), findables: [] }]
      : groups
  },
}

async function servicesOf(ctx: Ctx, { subject, payload }: Event): Promise<Service[]> {
  if (subject.kind === 'service') return listPublishedOf(ctx, { ids: [subject.id] })
  if (subject.kind === 'service-category') return listPublishedOf(ctx, { category: subject.id })
  return listPublishedOf(ctx, { ids: Array.isArray(payload['ids']) ? (payload['ids'] as string[]) : [] })
}

const groupOf = (id: string) => `service:${id}`

function findablesOf(service: Service): Findable[] {
  const { definition } = service
  return LANGS.flatMap((lang) => {
    const texts = definition.texts[lang]
    if (!texts?.name) return []
    const category = textIn(service.category?.titles, lang)
    return {
      id: `service:${service.id}:${lang}`,
      group: groupOf(service.id),
      kind: 'service',
      lang,
      title: texts.name,
      text: [texts.summary, plainOf(texts.description), texts.included.join('\n')].filter(Boolean).join('\n'),
      keywords: [...texts.keywords, ...(category ? [category] : [])],
      url: `/services/${service.key}`,
      // Who sees the reason why they may not order it, may find it.
      audience: definition.refusalShown ? null : definition.audienceId,
      facets: {
        type: ['service'],
        portal: definition.portals.length > 0 ? definition.portals : ['*'],
      },
      updatedAt: service.changedAt.getTime(),
    }
  })
}

/** The words of a Markdown text: without its marks and without addresses. */
function plainOf(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\-*+\s]+/gm, '')
    .replace(/[*_`|]+/g, '')
}

/** The picture of a service is seen by whoever sees the service, and by those who edit it. */
export async function mayReadFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  return isSeenSomewhere(ctx, file.owner?.split(':')[1] ?? '')
}

/** Files of an order are read by those who ordered it, those it is for, and whoever sees it at the desk. */
export async function mayReadItemFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  if (ctx.actor.personId === null) return false
  const item = file.owner?.split(':')[1] ?? ''
  if (await isItemOf(ctx, item)) return true
  const request = await findRequestOfItem(ctx, item)
  return request !== null && (await seenAtDesk(ctx, [request])).has(request)
}

/** What is wrong now with services that the reader sees, for the top of every page. */
export async function banners(ctx: Ctx): Promise<Banner[]> {
  // Major incidents stand there already, by the desk, with their own page.
  const current = (await listCurrent(ctx, {})).filter((one) => one.incident === null)
  return current.slice(0, MOST_BANNERS).map((one) => ({
    tone: one.kind === 'down' ? 'bad' : one.kind === 'disturbed' ? 'warn' : 'info',
    title: textIn(one.titles, ctx.lang),
    text: textIn(one.updates[0]?.texts ?? one.texts, ctx.lang),
    path: '/status',
    until: one.expectedEnd,
  }))
}

const MOST_BANNERS = 3

/** Addresses for the site map of the portal that the actor is in. */
export async function* siteMap(ctx: Ctx): AsyncIterable<SiteMapEntry[]> {
  let after: { position: number; key: string } | null = null
  do {
    const services: Service[] = await listVisible(ctx, {}, { after, limit: BATCH })
    if (services.length > 0)
      yield services.flatMap((service) =>
        LANGS.filter((lang) => service.definition.texts[lang]?.name).map((lang, _n, all) => ({
          path: `/services/${service.key}`,
          lang,
          updatedAt: service.changedAt,
          ...(all.length > 1
            ? { alternates: all.map((one) => ({ lang: one, path: `/services/${service.key}` })) }
            : {}),
        })),
      )
    const last = services.at(-1)
    after = services.length === BATCH && last ? { position: last.position, key: last.key } : null
  } while (after)
}

export const navigation: readonly NavigationItem[] = [
  {
    place: 'portal',
    title: 'catalogue.nav.services',
    path: '/services',
    icon: 'package',
    order: 20,
    visible: () => true,
  },
  {
    place: 'portal',
    title: 'catalogue.nav.status',
    path: '/status',
    icon: 'heart-pulse',
    order: 45,
    visible: () => true,
  },
  {
    place: 'admin',
    title: 'catalogue.nav.services',
    path: '/admin/services',
    icon: 'package',
    order: 20,
    group: 'catalogue.nav.group',
    visible: (actor) => may(actor, 'catalogue.manage') || may(actor, 'catalogue.own'),
  },
  {
    place: 'admin',
    title: 'catalogue.nav.categories',
    path: '/admin/service-categories',
    icon: 'folder-tree',
    order: 21,
    group: 'catalogue.nav.group',
    visible: (actor) => may(actor, 'catalogue.manage'),
  },
  {
    place: 'admin',
    title: 'catalogue.nav.announcements',
    path: '/admin/announcements',
    icon: 'triangle-alert',
    order: 22,
    group: 'catalogue.nav.group',
    visible: (actor) => may(actor, 'catalogue.announce'),
  },
  {
    place: 'admin',
    title: 'catalogue.nav.ordering',
    path: '/admin/ordering',
    icon: 'users',
    order: 23,
    group: 'catalogue.nav.group',
    visible: (actor) => may(actor, 'catalogue.manage'),
  },
  {
    place: 'account',
    title: 'catalogue.nav.cart',
    path: '/cart',
    icon: 'shopping-cart',
    order: 12,
    visible: (actor) => actor.personId !== null,
  },
  {
    place: 'account',
    title: 'catalogue.nav.orders',
    path: '/orders',
    icon: 'package',
    order: 13,
    visible: (actor) => actor.personId !== null,
  },
  {
    place: 'account',
    title: 'catalogue.nav.held',
    path: '/my-services',
    icon: 'badge-check',
    order: 14,
    visible: (actor) => actor.personId !== null,
  },
]

/** Published services, by name, for saying which one a major incident disturbs. */
export async function disturbable(ctx: Ctx): Promise<Choosable[]> {
  // Whoever announces names any service, also one that they may not order.
  const all = { ...ctx, actor: { ...ctx.actor, channel: 'system' as const } }
  const services = await listVisible(all, {}, { after: null, limit: MOST_DISTURBABLE })
  return services.map(({ key, definition }) => ({ value: key, label: textsIn(definition, ctx.lang).name || key }))
}

const MOST_DISTURBABLE = 500
