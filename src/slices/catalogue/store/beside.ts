import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Texts } from '../content.ts'
import type { ItemState, Status } from '../rules.ts'
import { statusOf, visible } from './visible.ts'

/** A service that somebody has, or that a request is about, as it works for them just now. */
export interface ServiceBeside {
  key: string
  names: Texts
  quantity: number
  endsOn: string | null
  status: Status
  /** Whether whoever asks may open its page. */
  isSeen: boolean
}

/**
 * What somebody has that has not ended, what works badly first.
 * @param theirs the same call as that person: announcements count as they affect them
 */
export async function listHeldBeside(ctx: Ctx, theirs: Ctx, personId: string, limit: number): Promise<ServiceBeside[]> {
  const { rows } = await sql<ServiceBeside>`
    select s.key, h.names, h.quantity, to_char(h.ends_on, 'YYYY-MM-DD') as "endsOn", ${statusOf(theirs)} as status, ${visible(ctx)} as "isSeen"
    from held_services h join services s on s.id = h.service_id
    where h.person_id = ${personId}::uuid and h.state <> 'ended'
    order by ${statusOf(theirs)} = 'works', h.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** The service that a request is about. */
export async function findBeside(ctx: Ctx, theirs: Ctx, key: string): Promise<ServiceBeside | undefined> {
  const { rows } = await sql<ServiceBeside>`
    select s.key, 1 as quantity, null as "endsOn", ${statusOf(theirs)} as status, ${visible(ctx)} as "isSeen",
      (select jsonb_object_agg(t.key, t.value -> 'name') from jsonb_each(s.definition -> 'texts') t where t.value ->> 'name' <> '') as names
    from services s where s.key = ${key} and s.state <> 'draft'`.execute(ctx.db)
  return rows[0]
}

/** The latest orders by somebody or for them. */
export async function listOrdersBeside(ctx: Ctx, personId: string, limit: number) {
  const { rows } = await sql<{
    number: number
    requestId: string | null
    requestReference: string | null
    items: { names: Texts; quantity: number; state: ItemState }[]
  }>`
    select o.number::int as number, o.request_id as "requestId", o.request_reference as "requestReference",
      (select jsonb_agg(jsonb_build_object('names', i.names, 'quantity', i.quantity, 'state', i.state) order by i.position)
        from order_items i where i.order_id = o.id) as items
    from orders o where o.id in (
      (select id from orders where requester_id = ${personId}::uuid order by id desc limit ${limit})
      union (select id from orders where beneficiary_id = ${personId}::uuid order by id desc limit ${limit}))
    order by o.id desc limit ${limit}`.execute(ctx.db)
  return rows
}
