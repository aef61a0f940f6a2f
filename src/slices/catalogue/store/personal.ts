import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** What is kept of a person, each list bounded by what one person can have in a lifetime. */
export async function exportPerson(db: Database, personId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`select
    coalesce((select jsonb_agg(jsonb_build_object('number', o.number, 'orderedAt', o.ordered_at, 'note', o.note, 'items', (
      select jsonb_agg(jsonb_build_object('names', i.names, 'quantity', i.quantity, 'price', i.price, 'answers', i.answers, 'state', i.state))
      from order_items i where i.order_id = o.id))) from orders o where o.requester_id = ${personId}::uuid or o.beneficiary_id = ${personId}::uuid), '[]') as orders,
    coalesce((select jsonb_agg(jsonb_build_object('names', h.names, 'quantity', h.quantity, 'price', h.price, 'state', h.state, 'since', h.since, 'endsOn', h.ends_on, 'answers', h.answers))
      from held_services h where h.person_id = ${personId}::uuid), '[]') as "myServices",
    coalesce((select jsonb_agg(jsonb_build_object('service', s.key, 'quantity', i.quantity, 'answers', i.answers))
      from carts c join cart_items i on i.cart_id = c.id join services s on s.id = i.service_id where c.person_id = ${personId}::uuid), '[]') as cart,
    coalesce((select jsonb_agg(s.key) from service_favourites f join services s on s.id = f.service_id where f.person_id = ${personId}::uuid), '[]') as favourites`.execute(
    db,
  )
  return rows[0] ?? {}
}

/** What somebody ordered, was ordered for them, or lies in their cart: its files are to go with them. */
export async function listItemsOf(db: Database, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from order_items i join orders o on o.id = i.order_id
      where o.requester_id = ${personId}::uuid or o.beneficiary_id = ${personId}::uuid
    union all select i.id from cart_items i join carts c on c.id = i.cart_id where c.person_id = ${personId}::uuid`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** Orders stay for the figures, without who it was and what they wrote. */
export async function erasePerson(db: Database, personId: string): Promise<void> {
  await sql`update order_items i set answers = '{}' from orders o
    where o.id = i.order_id and (o.requester_id = ${personId}::uuid or o.beneficiary_id = ${personId}::uuid)`.execute(
    db,
  )
  await sql`update orders set note = null, requester_id = nullif(requester_id, ${personId}::uuid), beneficiary_id = nullif(beneficiary_id, ${personId}::uuid)
    where requester_id = ${personId}::uuid or beneficiary_id = ${personId}::uuid`.execute(db)
  await sql`update order_item_states set by_id = null where by_id = ${personId}::uuid`.execute(db)
  await sql`update services set owner_id = null where owner_id = ${personId}::uuid`.execute(db)
  await sql`update service_versions set changed_by = null where changed_by = ${personId}::uuid`.execute(db)
  await sql`update service_announcements set created_by = null where created_by = ${personId}::uuid`.execute(db)
  await sql`update service_announcement_updates set by_id = null where by_id = ${personId}::uuid`.execute(db)
  await db.deleteFrom('held_services').where('person_id', '=', personId).execute()
  await db.deleteFrom('carts').where('person_id', '=', personId).execute()
  await db.deleteFrom('service_favourites').where('person_id', '=', personId).execute()
}
