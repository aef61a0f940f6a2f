import { sql } from 'kysely'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import type { QueueFilter } from '../filter.ts'

/** A filter of the desk kept under a name. */
export interface KeptView {
  id: string
  name: string
  filter: Partial<QueueFilter>
  owner_id: string
  team_id: string | null
}

/** One's own views and those shared with one's teams, by name; at most `limit`. */
export async function listViews(
  db: Database,
  personId: string,
  teams: readonly string[],
  limit = 20,
): Promise<KeptView[]> {
  const rows = await db
    .selectFrom('desk_views')
    .select(['id', 'name', 'filter', 'owner_id', 'team_id'])
    .where((eb) =>
      eb.or([eb('owner_id', '=', personId), ...(teams.length > 0 ? [eb('team_id', 'in', [...teams])] : [])]),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as KeptView[]
}

/** Adds a view; one of the same name is replaced. Gives its id. */
export async function putView(
  ctx: Ctx,
  { name, filter, teamId }: { name: string; filter: object; teamId: string | null },
): Promise<string> {
  const owner = ctx.actor.personId as string
  await ctx.db.deleteFrom('desk_views').where('owner_id', '=', owner).where('name', '=', name).execute()
  const row = await ctx.db
    .insertInto('desk_views')
    .values({ owner_id: owner, name, filter: JSON.stringify(filter), team_id: teamId, created_at: ctx.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** How many views somebody keeps. */
export async function countViews(db: Database, personId: string): Promise<number> {
  const row = await db
    .selectFrom('desk_views')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Forgets one of one's own views; false when there was none. */
export async function deleteView(ctx: Ctx, id: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('desk_views')
    .where('id', '=', id)
    .where('owner_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
