import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event } from '../../../kernel/events.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { formatMoney } from '../../../kernel/money.ts'
import type { LaterText, NewNotification, NotificationSource } from '../../../kernel/notifications.ts'
import type { TextKey, Translate } from '../../../kernel/text.ts'
import { contactsOfPersons, namesOfPersons, portalUrl } from '../../identity/index.ts'
import { declinesOfRequest, whyClosed } from '../../requests/index.ts'
import { textIn } from '../content.ts'
import { type ItemState, referenceOf } from '../rules.ts'
import { findAnnouncement } from '../store/announcements.ts'
import { findOrder, listItems, type Order, type OrderItem } from '../store/orders.ts'
import { type Affected, findEnded } from './store.ts'

/** What people are told of what they order and have: of an order all at once, whatever happens to how many of its items. */
export const catalogueNotifications: NotificationSource = {
  kinds: [
    { kind: 'catalogue.ordered', title: 'catalogue.told.ordered', usual: 'both' },
    { kind: 'catalogue.progress', title: 'catalogue.told.progress', usual: 'both' },
    { kind: 'catalogue.status', title: 'catalogue.told.status', usual: 'portal' },
    { kind: 'catalogue.ended', title: 'catalogue.told.ended', usual: 'both' },
  ],
  on: ['order.placed', 'order.progressed', 'announcement.told', 'my-service.ended'],
  async of(ctx, event) {
    if (event.type === 'announcement.told') return affected(ctx, event)
    if (event.type === 'my-service.ended') return ended(ctx, event)
    const order = await findOrder(ctx.db, event.subject.id)
    if (!order) return []
    return event.type === 'order.placed' ? placed(ctx, order) : progressed(ctx, order, event)
  },
}

/** To whoever ordered, and to whom it is for. */
async function placed(ctx: Ctx, order: Order): Promise<NewNotification[]> {
  const items = await listItems(ctx.db, order.id)
  const names = order.requesterId ? await namesOfPersons(ctx, [order.requesterId]) : new Map<string, string>()
  const values = { reference: referenceOf(order.number), name: names.get(order.requesterId ?? '') ?? '' }
  const people = [
    { id: order.requesterId, key: 'catalogue.told.orderedTitle' as const },
    { id: order.beneficiaryId, key: 'catalogue.told.orderedForTitle' as const },
  ]
  return people.flatMap(({ id, key }) =>
    id === null
      ? []
      : [
          {
            ...about(order),
            personId: id,
            kind: 'catalogue.ordered',
            title: { key, values },
            mail: async (t: Translate, lang: Lang, name: string) => ({
              subject: t(key, values),
              text: paragraphs(
                t('catalogue.told.greeting', { name }),
                t(key, values),
                items.map((item) => `– ${named(item, lang)}`).join('\n'),
                costs(t, order, lang),
                items.some((item) => item.state === 'approval') ? t('catalogue.told.isAsked') : null,
                `${t('catalogue.told.look')} → ${await portalUrl(ctx, order.portal, lang, about(order).path)}`,
              ),
            }),
          },
        ],
  )
}

/** To whoever ordered. When all of it is over and something was delivered, the request says so (`requests.solved`). */
async function progressed(ctx: Ctx, order: Order, { payload }: Event): Promise<NewNotification[]> {
  const states = new Map((payload['items'] as { id: string; state: ItemState }[]).map((one) => [one.id, one.state]))
  const all = await listItems(ctx.db, order.id)
  const isSolved = all.every((item) => OVER.has(item.state)) && all.some((item) => item.state === 'delivered')
  const items = all.filter((item) => states.has(item.id) && !(isSolved && states.get(item.id) === 'delivered'))
  const [reader] = order.requesterId ? await contactsOfPersons(ctx, [order.requesterId]) : []
  const [first] = items
  if (!reader || !first) return []
  const stateOf = (item: OrderItem) => states.get(item.id) as ItemState
  const isCancelled = items.some((item) => stateOf(item) === 'cancelled')
  const reasons = order.requestId ? await declinesOfRequest(ctx, order.requestId) : new Map()
  const reference = referenceOf(order.number)
  const title: LaterText =
    items.length === 1
      ? { key: wordOf(stateOf(first)), values: { item: named(first, reader.lang), reference } }
      : { key: 'catalogue.told.progressTitle', values: { reference } }
  return [
    {
      ...about(order),
      personId: reader.id,
      kind: 'catalogue.progress',
      title,
      mail: async (t, lang, name) => ({
        subject: t(title.key, title.values),
        text: paragraphs(
          t('catalogue.told.greeting', { name }),
          ...items.map((item) => {
            const { by = null, reason = null } = stateOf(item) === 'declined' ? (reasons.get(item.id) ?? {}) : {}
            return [
              t(wordOf(stateOf(item)), { item: named(item, lang), reference }),
              by && t('catalogue.told.declinedBy', { name: by }),
              reason && String(reason).replace(/^/gm, '> '),
            ]
              .filter(Boolean)
              .join('\n')
          }),
          isCancelled && order.requestId ? await whyClosed(ctx, order.requestId, t) : null,
          `${t('catalogue.told.look')} → ${await portalUrl(ctx, order.portal, lang, about(order).path)}`,
        ),
      }),
    },
  ]
}

const OVER: ReadonlySet<ItemState> = new Set(['delivered', 'declined', 'cancelled'])

const wordOf = (state: ItemState) => `catalogue.told.item.${state}` as TextKey

/** To those who have a service: how it works for them now. */
async function affected(ctx: Ctx, { subject, payload }: Event): Promise<NewNotification[]> {
  const announcement = await findAnnouncement(ctx.db, subject.id)
  if (!announcement) return []
  const people = payload['people'] as Affected[]
  const contacts = await contactsOfPersons(
    ctx,
    people.map((one) => one.personId),
  )
  const key = `catalogue.told.status.${payload['isOver'] ? 'over' : announcement.kind}` as TextKey
  return contacts.map(({ id, lang }) => ({
    personId: id,
    kind: 'catalogue.status',
    title: { key, values: { title: textIn(announcement.titles, lang) } },
    path: '/status',
    portal: people.find((one) => one.personId === id)?.portal ?? ctx.actor.portal,
  }))
}

async function ended(ctx: Ctx, { subject, portal }: Event): Promise<NewNotification[]> {
  const held = await findEnded(ctx, subject.id)
  const [reader] = held ? await contactsOfPersons(ctx, [held.personId]) : []
  if (!held || !reader) return []
  return [
    {
      personId: reader.id,
      kind: 'catalogue.ended',
      title: { key: 'catalogue.told.endedTitle', values: { service: textIn(held.names, reader.lang) } },
      path: '/my-services',
      portal: held.portal ?? portal,
    },
  ]
}

function about(order: Order) {
  return { portal: order.portal, path: `/orders/${referenceOf(order.number)}` }
}

function named({ names, quantity }: OrderItem, lang: Lang): string {
  return (quantity > 1 ? `${quantity} × ` : '') + textIn(names, lang)
}

function costs(t: Translate, { onceCents, monthlyCents, currency }: Order, lang: Lang): string | null {
  const locale = lang === 'en' ? 'en-GB' : lang
  const money = (cents: number) => formatMoney({ cents, currency }, locale)
  const parts = [
    onceCents > 0 && t('catalogue.told.once', { amount: money(onceCents) }),
    monthlyCents > 0 && t('catalogue.told.monthly', { amount: money(monthlyCents) }),
  ]
  return parts.filter(Boolean).join('\n') || null
}

function paragraphs(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join('\n\n')
}
