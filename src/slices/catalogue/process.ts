import type { Ctx } from '../../kernel/ctx.ts'
import { beginProcess, openRequest, type ProcessItem } from '../requests/index.ts'
import { textIn } from './content.ts'
import { activate } from './deliver.ts'
import { rowsOf } from './item-form.ts'
import { amountToApprove, canBecome, type ItemState, referenceOf } from './rules.ts'
import { type Order, type OrderItem, setItemState, setRequest } from './store/orders.ts'

/** Names in the subject of a request at most; how many more there are is said. */
const NAMED = 2

/** Opens the request that deals with an order, and begins its approvals and fulfilment. Gives which request that is. */
export async function beginOrder(
  ctx: Ctx,
  order: Order,
  items: readonly OrderItem[],
  onceKey: string,
): Promise<Pick<Order, 'requestId' | 'requestReference'>> {
  const names = items.map(({ names: own, quantity }) => (quantity > 1 ? `${quantity} × ` : '') + textIn(own, ctx.lang))
  const more = names.length - NAMED
  const subject = names.slice(0, NAMED).join(', ') + (more > 0 ? ` ${ctx.t('catalogue.order.andMore', { more })}` : '')
  const lines = [
    ctx.t('catalogue.order.placedAs', { reference: referenceOf(order.number) }),
    ...names.map((name) => `– ${name}`),
  ]
  const { request, reference } = await openRequest(ctx, {
    type: 'order',
    subject,
    message: [...lines, ...(order.note ? ['', order.note] : [])].join('\n'),
    beneficiaryId: order.beneficiaryId,
    formKey: `order:${onceKey}`,
    promisedOn: lastDayOf(items),
    ...(items.length === 1 && items[0] ? { serviceKey: items[0].serviceKey, answers: items[0].answers } : {}),
  })
  await setRequest(ctx.db, order.id, { id: request.id, reference })
  // An order of which nothing needs approval or has a plan is an ordinary request for the desk.
  if (items.some(({ approval, fulfilment }) => approval.stages.length + fulfilment.stages.length > 0))
    await beginProcess(ctx, {
      requestId: request.id,
      requesterId: order.requesterId,
      beneficiaryId: order.beneficiaryId,
      items: await Promise.all(items.map((item) => processItem(ctx, item))),
    })
  for (const item of items)
    await bring(ctx, order, item, item.approval.stages.length > 0 ? 'approval' : 'fulfilment', null)
  return { requestId: request.id, requestReference: reference }
}

/** The day by which the last of it was promised. */
function lastDayOf(items: readonly OrderItem[]): Temporal.PlainDate | null {
  const days = items.flatMap(({ promisedOn }) => (promisedOn ? [Temporal.PlainDate.from(promisedOn)] : []))
  return days.sort(Temporal.PlainDate.compare).at(-1) ?? null
}

/** An item as those see it who approve and fulfil it. */
async function processItem(ctx: Ctx, item: OrderItem): Promise<ProcessItem> {
  const rows = await rowsOf(ctx, item)
  return {
    key: item.id,
    title: item.names,
    amount: amountToApprove(item.price, item.quantity),
    values: { ...item.answers, quantity: item.quantity },
    shown: rows.map(({ label, text, table, files }) => ({
      label: { [ctx.lang]: label },
      value: [text, ...(table?.rows.map((cells) => cells.join(' · ')) ?? []), ...files.map((file) => file.name)]
        .filter(Boolean)
        .join('\n')
        .slice(0, 4000),
    })),
    approval: item.approval,
    fulfilment: item.fulfilment,
  }
}

/** Brings an item further, if its state allows it; what is delivered is activated. Says so once. */
export async function bring(
  ctx: Ctx,
  order: Order,
  item: OrderItem,
  to: ItemState,
  note: string | null,
): Promise<void> {
  if (!canBecome(item.state, to)) return
  await setItemState(ctx, item.id, to, note)
  if (to === 'delivered') await activate(ctx, order, item)
  ctx.emit({
    type: 'order.item-moved',
    subject: { kind: 'order', id: order.id },
    payload: { item: item.id, state: to },
  })
}
