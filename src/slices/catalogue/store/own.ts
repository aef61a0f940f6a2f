import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Ids of the actor's favourites, the newest first. */
export async function listFavouriteIds(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('service_favourites')
    .select('service_id')
    .where('person_id', '=', ctx.actor.personId as string)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.service_id)
}

/** Ids of the services that the actor ordered last. */
export async function listRecentIds(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ service_id: string }>`
    select i.service_id from (select id from orders where requester_id = ${ctx.actor.personId}::uuid order by id desc limit 20) o
    join order_items i on i.order_id = o.id group by i.service_id order by max(o.id::text) desc limit ${limit}`.execute(
    ctx.db,
  )
  return rows.map((row) => row.service_id)
}

export async function putFavourite(ctx: Ctx, serviceId: string, isFavourite: boolean): Promise<void> {
  const personId = ctx.actor.personId as string
  if (isFavourite)
    await ctx.db
      .insertInto('service_favourites')
      .values({ person_id: personId, service_id: serviceId, at: ctx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await ctx.db
      .deleteFrom('service_favourites')
      .where('person_id', '=', personId)
      .where('service_id', '=', serviceId)
      .execute()
}
