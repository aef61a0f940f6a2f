import type { ContextPanel, ContextSource } from '../../kernel/context.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { formatsOf } from '../../ui/formats.ts'
import { ctxAs } from '../identity/index.ts'
import { seenAtDesk, timeZoneOf } from '../requests/index.ts'
import { type Texts, textIn } from './content.ts'
import { type ItemState, orderStateOf, referenceOf, type Status } from './rules.ts'
import { findBeside, listHeldBeside, listOrdersBeside, type ServiceBeside } from './store/beside.ts'

/** Shown beside a request at most. */
const MOST_HELD = 6
const MOST_ORDERS = 3

type Link = NonNullable<ContextPanel['links']>[number]

const STATUS_TONES: Record<Status, Link['tone']> = {
  works: 'good',
  maintenance: undefined,
  disturbed: 'warn',
  down: 'bad',
}

const ORDER_TONES: Partial<Record<ItemState, Link['tone']>> = { approval: 'warn', delivered: 'good', declined: 'bad' }

/** Beside a request at the desk: the service that it is about, what the person has and how it works for them now, what they ordered last. */
export const beside: ContextSource = async (ctx, { personId, serviceKey }) => {
  // Announcements count as they affect the person, not whoever looks.
  const theirs = (personId && (await ctxAs(ctx, personId))) || ctx
  const held = personId ? await listHeldBeside(ctx, theirs, personId, MOST_HELD) : []
  const orders = personId ? await ordersBeside(ctx, personId) : []
  const about = serviceKey
    ? (held.find(({ key }) => key === serviceKey) ?? (await findBeside(ctx, theirs, serviceKey)))
    : undefined
  if (held.length + orders.length === 0 && !about) return null
  const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
  const linkTo = (service: ServiceBeside, label: string): Link => ({
    label,
    hint: [
      ctx.t(`catalogue.status.${service.status}`),
      ...(service.endsOn ? [ctx.t('catalogue.held.state.ending', { day: format.dayShort(service.endsOn) })] : []),
    ].join(' · '),
    path: service.isSeen ? `/services/${service.key}` : '/status',
    ...toned(STATUS_TONES[service.status]),
  })
  return {
    key: 'catalogue',
    title: ctx.t('catalogue.beside.title'),
    order: 20,
    links: [
      ...(about ? [linkTo(about, ctx.t('catalogue.beside.about', { name: named(ctx, about) }))] : []),
      ...held.filter((service) => service !== about).map((service) => linkTo(service, named(ctx, service))),
      ...orders.map(({ number, requestReference, items }) => {
        const state = orderStateOf(items.map((item) => item.state))
        return {
          label: `${referenceOf(number)}: ${items.map((item) => named(ctx, item)).join(', ')}`,
          hint: ctx.t(`catalogue.itemState.${state}`),
          path: requestReference ? `/desk/${requestReference}` : '/desk',
          ...toned(ORDER_TONES[state]),
        }
      }),
    ],
  }
}

/** The latest orders, of those that the actor sees at the desk. */
async function ordersBeside(ctx: Ctx, personId: string) {
  const orders = await listOrdersBeside(ctx, personId, MOST_ORDERS)
  const requests = orders.map((order) => order.requestId).filter((id) => id !== null)
  const seen = await seenAtDesk(ctx, requests)
  return orders.filter(({ requestId }) => requestId !== null && seen.has(requestId))
}

function named(ctx: Ctx, { names, quantity }: { names: Texts; quantity: number }): string {
  return (quantity > 1 ? `${quantity} × ` : '') + textIn(names, ctx.lang)
}

function toned(tone: Link['tone']) {
  return tone ? { tone } : {}
}
