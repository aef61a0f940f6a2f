import { sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { ApprovalChain, FulfilmentPlan } from '../../requests/index.ts'
import { Price, type Texts } from '../content.ts'
import type { ItemState } from '../rules.ts'

export interface Order {
  id: string
  number: number
  requesterId: string | null
  beneficiaryId: string | null
  portal: string
  lang: string
  requestId: string | null
  requestReference: string | null
  note: string | null
  currency: string
  onceCents: number
  monthlyCents: number
  orderedAt: Date
}

export interface OrderItem {
  id: string
  orderId: string
  serviceId: string
  serviceKey: string
  serviceVersion: number
  names: Texts
  quantity: number
  price: Price
  formId: string | null
  formVersion: number | null
  answers: Record<string, unknown>
  approval: ApprovalChain
  fulfilment: FulfilmentPlan
  purpose: 'order' | 'change'
  heldId: string | null
  state: ItemState
  promisedOn: string | null
}

const ORDER = sql`o.id, o.number::int8, o.requester_id as "requesterId", o.beneficiary_id as "beneficiaryId", o.portal, o.lang,
  o.request_id as "requestId", o.request_reference as "requestReference", o.note, o.currency, o.once_cents as "onceCents", o.monthly_cents as "monthlyCents", o.ordered_at as "orderedAt"`

/** Adds an order; undefined: the same cart was sent before. */
export async function insertOrder(
  ctx: Ctx,
  order: Pick<Order, 'beneficiaryId' | 'note' | 'currency' | 'onceCents' | 'monthlyCents'> & {
    id: string
    onceKey: string
  },
): Promise<Order | undefined> {
  const { rows } = await sql<Order>`
    insert into orders as o (id, requester_id, beneficiary_id, portal, lang, note, once_key, currency, once_cents, monthly_cents, ordered_at, changed_at)
    values (${order.id}::uuid, ${ctx.actor.personId}::uuid, ${order.beneficiaryId}::uuid, ${ctx.actor.portal}, ${ctx.lang}, ${order.note}, ${order.onceKey},
      ${order.currency}, ${order.onceCents}, ${order.monthlyCents}, ${ctx.now()}, ${ctx.now()})
    on conflict (once_key) do nothing returning ${ORDER}`.execute(ctx.db)
  return rows[0] && numbers(rows[0])
}

export async function insertItems(ctx: Ctx, items: readonly Omit<OrderItem, 'serviceKey'>[]): Promise<void> {
  await ctx.db
    .insertInto('order_items')
    .values(
      items.map((item, position) => ({
        id: item.id,
        order_id: item.orderId,
        position,
        service_id: item.serviceId,
        service_version: item.serviceVersion,
        names: JSON.stringify(item.names),
        quantity: item.quantity,
        price: JSON.stringify(item.price),
        form_id: item.formId,
        form_version: item.formVersion,
        answers: JSON.stringify(item.answers),
        approval: JSON.stringify(item.approval),
        fulfilment: JSON.stringify(item.fulfilment),
        purpose: item.purpose,
        held_id: item.heldId,
        state: item.state,
        told_state: item.state,
        promised_on: item.promisedOn as never,
        changed_at: ctx.now(),
      })),
    )
    .execute()
  await insertStates(
    ctx,
    items.map(({ id, state }) => ({ id, state })),
  )
}

export async function setRequest(
  db: Database,
  orderId: string,
  request: { id: string; reference: string },
): Promise<void> {
  await db
    .updateTable('orders')
    .set({ request_id: request.id, request_reference: request.reference })
    .where('id', '=', orderId)
    .execute()
}

export async function findByOnceKey(db: Database, onceKey: string): Promise<Order | undefined> {
  const { rows } = await sql<Order>`select ${ORDER} from orders o where o.once_key = ${onceKey}`.execute(db)
  return rows[0] && numbers(rows[0])
}

/** An order of the actor's, or one that is for them, by its number. */
export async function findOrderFor(
  ctx: Ctx,
  number: number | null,
  options: { lock?: boolean } = {},
): Promise<Order | undefined> {
  if (number === null || ctx.actor.personId === null) return undefined
  const { rows } = await sql<Order>`select ${ORDER} from orders o
    where o.number = ${number} and (o.requester_id = ${ctx.actor.personId}::uuid or o.beneficiary_id = ${ctx.actor.personId}::uuid)
    ${options.lock ? sql`for update` : sql``}`.execute(ctx.db)
  return rows[0] && numbers(rows[0])
}

/** An order, for telling of it. */
export async function findOrder(db: Database, id: string): Promise<Order | undefined> {
  const { rows } = await sql<Order>`select ${ORDER} from orders o where o.id = ${id}::uuid`.execute(db)
  return rows[0] && numbers(rows[0])
}

/** The order that a request deals with. */
export async function findByRequest(db: Database, requestId: string): Promise<Order | undefined> {
  const { rows } = await sql<Order>`select ${ORDER} from orders o where o.request_id = ${requestId}::uuid`.execute(db)
  return rows[0] && numbers(rows[0])
}

/** The order of a request, for reactions; locked, because several tell of it at once. */
export async function lockByRequest(db: Database, requestId: string): Promise<Order | undefined> {
  const { rows } =
    await sql<Order>`select ${ORDER} from orders o where o.request_id = ${requestId}::uuid for update`.execute(db)
  return rows[0] && numbers(rows[0])
}

/** The actor's orders and those for them, newest first, with the states of their items. */
export async function listOrders(ctx: Ctx, page: { after: string | null; limit: number; open: boolean | null }) {
  const after = page.after ? sql`o.id < ${page.after}::uuid` : sql`true`
  const done = sql`not exists (select 1 from order_items d where d.order_id = o.id and d.state in ('ordered', 'approval', 'fulfilment'))`
  const which = page.open === null ? sql`true` : page.open ? sql`not (${done})` : done
  const { rows } = await sql<
    Order & { items: { names: Texts; quantity: number; state: ItemState; promisedOn: string | null }[] }
  >`
    select ${ORDER}, (select jsonb_agg(jsonb_build_object('names', i.names, 'quantity', i.quantity, 'state', i.state, 'promisedOn', i.promised_on) order by i.position)
      from order_items i where i.order_id = o.id) as items
    from orders o where o.id in (
      select id from orders where requester_id = ${ctx.actor.personId}::uuid
      union select id from orders where beneficiary_id = ${ctx.actor.personId}::uuid)
      and ${after} and ${which} order by o.id desc limit ${page.limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, ...numbers(row) }))
}

export async function listItems(db: Database, orderId: string): Promise<OrderItem[]> {
  const { rows } = await sql<OrderItem>`
    select i.id, i.order_id as "orderId", i.service_id as "serviceId", s.key as "serviceKey", i.service_version as "serviceVersion", i.names, i.quantity,
      i.price, i.form_id as "formId", i.form_version as "formVersion", i.answers, i.approval, i.fulfilment, i.purpose, i.held_id as "heldId", i.state,
      to_char(i.promised_on, 'YYYY-MM-DD') as "promisedOn"
    from order_items i join services s on s.id = i.service_id where i.order_id = ${orderId}::uuid order by i.position`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, price: Price.parse(row.price) }))
}

/** What happened to the items of an order, oldest first. */
export async function listStates(db: Database, orderId: string) {
  return db
    .selectFrom('order_item_states as x')
    .innerJoin('order_items as i', 'i.id', 'x.item_id')
    .select(['x.item_id as itemId', 'x.state', 'x.note', 'x.at'])
    .where('i.order_id', '=', orderId)
    .orderBy('x.id')
    .limit(500)
    .execute()
}

export async function setItemState(ctx: Ctx, id: string, state: ItemState, note: string | null): Promise<void> {
  await ctx.db.updateTable('order_items').set({ state, changed_at: ctx.now() }).where('id', '=', id).execute()
  await insertStates(ctx, [{ id, state, note }])
}

/** Days by which items are promised. */
export async function setPromisedDays(db: Database, items: readonly { id: string; day: string }[]): Promise<void> {
  await sql`update order_items set promised_on = moved.day
    from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ day }) => day)}::date[]) as moved (id, day)
    where order_items.id = moved.id`.execute(db)
}

async function insertStates(ctx: Ctx, states: readonly { id: string; state: ItemState; note?: string | null }[]) {
  await ctx.db
    .insertInto('order_item_states')
    .values(
      states.map(({ id, state, note }) => ({
        item_id: id,
        state,
        note: note ?? null,
        by_id: ctx.actor.personId,
        at: ctx.now(),
      })),
    )
    .execute()
}

/** PostgreSQL gives bigint as text. */
function numbers(order: Order): Order {
  return {
    ...order,
    number: Number(order.number),
    onceCents: Number(order.onceCents),
    monthlyCents: Number(order.monthlyCents),
  }
}

/** Whether an item, ordered or still in the cart, is the actor's own or for them. */
export async function isItemOf(ctx: Ctx, id: string): Promise<boolean> {
  const { personId } = ctx.actor
  const { rows } = await sql`
    select 1 from order_items i join orders o on o.id = i.order_id
      where i.id = ${id}::uuid and (o.requester_id = ${personId}::uuid or o.beneficiary_id = ${personId}::uuid)
    union all select 1 from cart_items i join carts c on c.id = i.cart_id where i.id = ${id}::uuid and c.person_id = ${personId}::uuid`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** The request in which an ordered item is dealt with. */
export async function findRequestOfItem(ctx: Ctx, id: string): Promise<string | null> {
  const { rows } = await sql<{ request: string | null }>`
    select o.request_id as request from order_items i join orders o on o.id = i.order_id where i.id = ${id}::uuid`.execute(
    ctx.db,
  )
  return rows[0]?.request ?? null
}
