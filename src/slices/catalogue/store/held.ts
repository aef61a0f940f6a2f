import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Price, type Texts } from '../content.ts'
import type { OrderItem } from './orders.ts'

/** A service that somebody has. */
export interface Held {
  id: string
  personId: string
  serviceId: string
  serviceKey: string
  serviceState: string
  names: Texts
  quantity: number
  price: Price
  formId: string | null
  formVersion: number | null
  answers: Record<string, unknown>
  noticeDays: number
  state: 'active' | 'ending' | 'ended'
  since: string
  endsOn: string | null
  /** Of the request in which it was cancelled last, or kept after all. */
  requestReference: string | null
  pictureId: string | null
  icon: string
}

const HELD = sql`h.id, h.person_id as "personId", h.service_id as "serviceId", s.key as "serviceKey", s.state as "serviceState", h.names, h.quantity,
  h.price, h.form_id as "formId", h.form_version as "formVersion", h.answers, h.state, h.request_reference as "requestReference",
  to_char(h.since, 'YYYY-MM-DD') as since, to_char(h.ends_on, 'YYYY-MM-DD') as "endsOn",
  s.definition ->> 'pictureId' as "pictureId", s.definition ->> 'icon' as icon,
  -- What was agreed counts: the version that was ordered, not the one that is published now.
  coalesce((select (v.definition ->> 'noticeDays')::int from order_items i join service_versions v
    on v.service_id = i.service_id and v.version = i.service_version where i.id = h.item_id), (s.definition ->> 'noticeDays')::int, 0) as "noticeDays"`

/** The actor's own services, those that they have first; at most 200. */
export async function listHeld(ctx: Ctx): Promise<Held[]> {
  const { rows } = await sql<Held>`select ${HELD} from held_services h join services s on s.id = h.service_id
    where h.person_id = ${ctx.actor.personId}::uuid order by h.state = 'ended', h.id desc limit 200`.execute(ctx.db)
  return rows.map(parsed)
}

/** One of the actor's own services. */
export async function findHeld(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Held | undefined> {
  const { rows } = await sql<Held>`select ${HELD} from held_services h join services s on s.id = h.service_id
    where h.id = ${id}::uuid and h.person_id = ${ctx.actor.personId}::uuid ${options.lock ? sql`for update of h` : sql``}`.execute(
    ctx.db,
  )
  return rows[0] && parsed(rows[0])
}

/** An order that brought a service, or changes it. */
export interface HeldOrder extends Pick<OrderItem, 'purpose' | 'state'> {
  number: number
  orderedAt: Date
}

interface NewHeld {
  personId: string
  serviceId: string
  /** The item that brought it; null: a plan of fulfilment that names it. */
  itemId: string | null
  onceKey?: string
  names: Texts
  quantity: number
  price: Price
  formId: string | null
  formVersion: number | null
  answers: Record<string, unknown>
}

/** Somebody has a service from today; the same item, or the same `onceKey`, brings it once. */
export async function insertHeld(ctx: Ctx, held: NewHeld): Promise<string | undefined> {
  const row = await ctx.db
    .insertInto('held_services')
    .values({
      person_id: held.personId,
      service_id: held.serviceId,
      item_id: held.itemId,
      first_item_id: held.itemId,
      once_key: held.onceKey ?? null,
      ...contentOf(held),
      since: dayOf(ctx),
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What was ordered as a change is in force; false: it was already, or the service has ended. */
export async function updateHeld(ctx: Ctx, id: string, held: NewHeld): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('held_services')
    .set({ ...contentOf(held), item_id: held.itemId })
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .where('item_id', 'is distinct from', held.itemId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function cancelHeldRow(ctx: Ctx, id: string, endsOn: string, isOver: boolean): Promise<void> {
  await ctx.db
    .updateTable('held_services')
    .set({ state: isOver ? 'ended' : 'ending', ends_on: endsOn as never, cancelled_at: ctx.now() })
    .where('id', '=', id)
    .execute()
}

/** A cancellation that is taken back before its day. */
export async function keepHeldRow(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('held_services')
    .set({ state: 'active', ends_on: null, cancelled_at: null })
    .where('id', '=', id)
    .execute()
}

/** Cancelled ones whose last day is over. */
export async function endDue(ctx: Ctx): Promise<{ id: string; person_id: string }[]> {
  return ctx.db
    .updateTable('held_services')
    .set({ state: 'ended' })
    .where('state', '=', 'ending')
    .where('ends_on', '<', dayOf(ctx) as never)
    .returning(['id', 'person_id'])
    .execute()
}

/** Says in which request its cancellation is dealt with. */
export async function setHeldRequest(ctx: Ctx, id: string, reference: string): Promise<void> {
  await ctx.db.updateTable('held_services').set({ request_reference: reference }).where('id', '=', id).execute()
}

/** The orders that brought a service and change it, newest first; at most 20. */
export async function listOrdersOfHeld(ctx: Ctx, id: string): Promise<HeldOrder[]> {
  const { rows } = await sql<HeldOrder>`
    select o.number::int8, o.ordered_at as "orderedAt", i.purpose, i.state
    from held_services h
      join order_items i on i.id in (h.first_item_id, h.item_id) or i.held_id = h.id
      join orders o on o.id = i.order_id
    where h.id = ${id}::uuid order by o.ordered_at desc limit 20`.execute(ctx.db)
  return rows.map((row) => ({ ...row, number: Number(row.number) }))
}

/** The ordered items that brought a service and changed it, with the requests that dealt with them; at most 100. */
export async function listItemsOfHeld(ctx: Ctx, id: string): Promise<{ requestId: string; itemKey: string }[]> {
  const { rows } = await sql<{ requestId: string; itemKey: string }>`
    select o.request_id as "requestId", i.id as "itemKey"
    from held_services h
      join order_items i on i.id in (h.first_item_id, h.item_id) or i.held_id = h.id
      join orders o on o.id = i.order_id
    where h.id = ${id}::uuid and o.request_id is not null limit 100`.execute(ctx.db)
  return rows
}

/** Ends what a plan brought beside the ordered service; gives which, when it was not over yet. */
export async function endOnce(ctx: Ctx, onceKey: string): Promise<string | undefined> {
  const row = await ctx.db
    .updateTable('held_services')
    .set({ state: 'ended', ends_on: dayOf(ctx), cancelled_at: ctx.now() })
    .where('once_key', '=', onceKey)
    .where('state', '<>', 'ended')
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

const dayOf = (ctx: Ctx) => ctx.now().toISOString().slice(0, 10) as never

function contentOf({ names, quantity, price, formId, formVersion, answers }: NewHeld) {
  return {
    names: JSON.stringify(names),
    quantity,
    price: JSON.stringify(price),
    form_id: formId,
    form_version: formVersion,
    answers: JSON.stringify(answers),
  }
}

function parsed(row: Held): Held {
  return { ...row, price: Price.parse(row.price) }
}
