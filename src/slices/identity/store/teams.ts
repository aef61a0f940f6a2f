import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** Somebody as a team knows them. */
interface TeamMember {
  id: string
  name: string
  teamId: string
  language: Lang
}

/** Active members of teams who hold a permission (null: all), by name; at most 500. Without teams: of all. */
export async function membersOfTeams(
  ctx: Ctx,
  permission: string | null,
  teamIds?: readonly string[],
): Promise<TeamMember[]> {
  if (teamIds?.length === 0) return []
  const rows = await ctx.db
    .selectFrom('team_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'p.language', 'm.team_id as teamId'])
    .where('p.state', '=', 'active')
    .$if(permission !== null, (q) =>
      q.where(
        sql<boolean>`exists (select from person_roles r join role_permissions rp on rp.role_id = r.role_id
          where r.person_id = p.id and rp.permission in (${permission}, '*'))`,
      ),
    )
    .$if(teamIds !== undefined, (q) => q.where('m.team_id', 'in', [...(teamIds ?? [])]))
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, language: row.language as Lang }))
}

/** People whose name or address contains the words, by name; for finding what somebody has written. At most `limit`. */
export async function peopleNamed(
  ctx: Ctx,
  words: string,
  limit: number,
): Promise<{ id: string; name: string; email: string | null }[]> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return ctx.db
    .selectFrom('persons')
    .select(['id', 'name', 'email'])
    .where('state', '<>', 'erased')
    .where(sql<boolean>`lower(name || ' ' || coalesce(email, '')) like ${pattern}`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What the desk should know of somebody: how to reach them, since when they are known, where they belong. */
export async function personFacts(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('persons as p')
    .select(['p.name', 'p.email', 'p.language', 'p.stages', 'p.products', 'p.places', 'p.created_at as since'])
    .select(
      sql<string[]>`array(select o.name from memberships m join organisations o on o.id = m.organisation_id
        where m.person_id = p.id order by o.name limit 5)`.as('organisations'),
    )
    .where('p.id', '=', id)
    .where('p.state', '<>', 'erased')
    .executeTakeFirst()
  return row && { ...row, language: row.language as Lang }
}
