import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Texts } from '../content.ts'
import type { ItemState } from '../rules.ts'

/** An item that has moved since its orderer was last told of it. */
export interface MovedItem {
  id: string
  state: ItemState
  /** Whether it had to be approved. */
  wasAsked: boolean
  /** Whether whoever ordered it moved it: they know. */
  isOwnDoing: boolean
}

/** Takes what has moved since the orderer was last told; the order is locked, so that two of these tell nothing twice. */
export async function takeMoved(ctx: Ctx, orderId: string): Promise<MovedItem[]> {
  await sql`select from orders where id = ${orderId}::uuid for update`.execute(ctx.db)
  const { rows } = await sql<MovedItem>`
    update order_items i set told_state = i.state from orders o
    where o.id = i.order_id and i.order_id = ${orderId}::uuid and i.told_state is distinct from i.state
    returning i.id, i.state, coalesce(jsonb_array_length(i.approval -> 'stages'), 0) > 0 as "wasAsked",
      coalesce((select x.by_id = o.requester_id from order_item_states x where x.item_id = i.id order by x.id desc limit 1), false) as "isOwnDoing"`.execute(
    ctx.db,
  )
  return rows
}

/** Somebody who has a service that an announcement is about, and the portal from which they have it. */
export interface Affected {
  personId: string
  portal: string | null
}

/** People who have one of the services of an announcement, by id; each once. */
export async function listAffected(
  ctx: Ctx,
  announcementId: string,
  page: { after: string | null; limit: number },
): Promise<Affected[]> {
  const after = page.after ? sql`h.person_id > ${page.after}::uuid` : sql`true`
  const { rows } = await sql<Affected>`
    select distinct on (h.person_id) h.person_id as "personId", coalesce(o.portal, s.portals[1]) as portal
    from service_announcement_services x
    join held_services h on h.service_id = x.service_id and h.state <> 'ended'
    join services s on s.id = h.service_id
    left join order_items i on i.id = h.item_id left join orders o on o.id = i.order_id
    where x.announcement_id = ${announcementId}::uuid and ${after}
    order by h.person_id limit ${page.limit}`.execute(ctx.db)
  return rows
}

/** A service that has ended for somebody. */
export async function findEnded(
  ctx: Ctx,
  id: string,
): Promise<{ personId: string; names: Texts; portal: string | null } | undefined> {
  const { rows } = await sql<{ personId: string; names: Texts; portal: string | null }>`
    select h.person_id as "personId", h.names, coalesce(o.portal, s.portals[1]) as portal
    from held_services h join services s on s.id = h.service_id
    left join order_items i on i.id = h.item_id left join orders o on o.id = i.order_id
    where h.id = ${id}::uuid`.execute(ctx.db)
  return rows[0]
}
