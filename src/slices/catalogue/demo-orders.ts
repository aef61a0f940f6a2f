import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { isLang } from '../../kernel/lang.ts'
import { ctxAs } from '../identity/index.ts'
import { workingDaysOf } from '../requests/index.ts'
import { frozenItem } from './order-item.ts'
import { beginOrder, bring } from './process.ts'
import { sumsOf } from './rules.ts'
import { insertItems, insertOrder, listItems } from './store/orders.ts'
import { findOrderable, type Service } from './store/services.ts'

/** An order of the demonstration. */
export interface DemoOrder {
  from: string
  portal: string
  /** Days ago. */
  days: number
  /** Days from ordering until everything was there; absent: it is under way. */
  delivered?: number
  /** Key of a service → how many. */
  items: Record<string, number>
}

/** Places an order as it was placed so many days ago. What is long delivered has no case at the desk any more. */
export async function placeDemoOrder(ctx: Ctx, order: DemoOrder, personId: string): Promise<void> {
  const orderer = await ctxAs(ctx, personId)
  if (!orderer) return
  const [language = ''] = orderer.actor.facts.language
  const at = (days: number): Ctx => {
    const moment = new Date(ctx.now().getTime() - days * 86_400_000)
    const lang = isLang(language) ? language : ctx.lang
    return {
      ...orderer,
      lang,
      t: ctx.texts(lang),
      now: () => moment,
      actor: { ...orderer.actor, portal: order.portal, channel: 'web' },
    }
  }
  const then = at(order.days)
  const wanted = Object.entries(order.items)
  const services = await Promise.all(wanted.map(([key]) => findOrderable(then, key)))
  const items = wanted.flatMap(([, quantity], n) =>
    services[n] ? [{ service: services[n] as Service, quantity }] : [],
  )
  const { once, monthly } = sumsOf(
    items.map(({ service, quantity }) => ({ price: service.definition.price, quantity })),
    'EUR',
  )
  const placed = await insertOrder(then, {
    id: newId(),
    beneficiaryId: null,
    note: null,
    onceKey: `demo:${order.from}:${order.days}`,
    currency: 'EUR',
    onceCents: once.cents,
    monthlyCents: monthly.cents,
  })
  if (!placed || items.length === 0) return
  const days = await workingDaysOf(then)
  const rows = items.map(({ service, quantity }) => frozenItem(days, placed.id, service, { id: newId(), quantity }))
  await insertItems(then, rows)
  if (order.delivered === undefined) {
    await beginOrder(then, placed, rows, `demo:${placed.id}`)
    return
  }
  const later = at(order.days - order.delivered)
  for (const item of rows) await bring(at(order.days - 1), placed, item, 'fulfilment', null)
  for (const item of await listItems(ctx.db, placed.id)) await bring(later, placed, item, 'delivered', null)
}
