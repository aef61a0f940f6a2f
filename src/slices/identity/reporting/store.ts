import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../rules.ts'

/** What the organisation knows of somebody: who they report to, and who answers for their costs. */
export interface ReportingRow {
  id: string
  is_active: boolean
  manager_id: string | null
  cost_centre_owner_id: string | null
}

/** So many levels of managers are followed; also ends circles. */
const HIGHEST = 12

/**
 * These people, the active members of these teams, and everybody above them; owners of their cost centres with everybody above them too. One
 * query, at most 2000 people.
 */
export async function listReporting(
  db: Database,
  personIds: readonly string[],
  teamIds: readonly string[],
): Promise<ReportingRow[]> {
  const { rows } = await sql<ReportingRow>`
    with recursive named as (
      select unnest(${[...personIds]}::uuid[]) as id
      union select person_id from team_members where team_id = any(${[...teamIds]}::uuid[])
    ), asked as (
      select id from named
      union select c.owner_id from named n join persons p on p.id = n.id join cost_centres c on c.id = p.cost_centre_id
        where c.owner_id is not null
    ), above as (
      select p.id, p.manager_id, p.cost_centre_id, p.state, 0 as height from persons p join asked on asked.id = p.id
      union
      select m.id, m.manager_id, m.cost_centre_id, m.state, above.height + 1
      from above join persons m on m.id = above.manager_id where above.height < ${HIGHEST}
    )
    select distinct on (above.id) above.id, above.state = 'active' as is_active, above.manager_id,
      c.owner_id as cost_centre_owner_id
    from above left join cost_centres c on c.id = above.cost_centre_id
    order by above.id limit 2000`.execute(db)
  return rows
}

/** Active members by team, for teams of at most 200 people. */
export async function listMembers(db: Database, teamIds: readonly string[]): Promise<Map<string, string[]>> {
  if (teamIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('team_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['m.team_id', 'm.person_id'])
    .where('m.team_id', 'in', [...new Set(teamIds)])
    .where('p.state', '=', 'active')
    .orderBy('p.name')
    .limit(2000)
    .execute()
  const members = new Map<string, string[]>()
  for (const row of rows) members.set(row.team_id, [...(members.get(row.team_id) ?? []), row.person_id])
  return members
}

/** Ids of the teams that somebody is in. */
export async function listTeamIdsOf(db: Database, personId: string): Promise<string[]> {
  const rows = await db.selectFrom('team_members').select('team_id').where('person_id', '=', personId).execute()
  return rows.map((row) => row.team_id)
}

/** Active people by name, for choosing one; at most `limit`. */
export async function listActive(db: Database, limit: number) {
  return db
    .selectFrom('persons')
    .select(['id', 'name', 'email'])
    .where('state', '=', 'active')
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Cost centres by key with the names of their owners and how many people book on them; at most 500. */
export async function listCostCentreRows(db: Database) {
  return db
    .selectFrom('cost_centres as c')
    .leftJoin('persons as o', 'o.id', 'c.owner_id')
    .select(['c.id', 'c.key', 'c.names', 'c.owner_id', 'o.name as owner_name', 'o.email as owner_email'])
    .select(
      sql<number>`(select count(*)::int from persons p where p.cost_centre_id = c.id and p.state = 'active')`.as(
        'people',
      ),
    )
    .orderBy('c.key')
    .limit(500)
    .execute()
}

export async function findCostCentre(db: Database, by: { id: string } | { key: string }) {
  const query = db.selectFrom('cost_centres').selectAll()
  return 'id' in by
    ? query.where('id', '=', by.id).executeTakeFirst()
    : query.where('key', '=', by.key).executeTakeFirst()
}

/** Adds a cost centre, or changes the one with this id. */
export async function putCostCentre(
  db: Database,
  id: string | null,
  { key, names, ownerId }: { key: string; names: Texts; ownerId: string | null },
): Promise<string> {
  const values = { key, names: JSON.stringify(names), owner_id: ownerId }
  const row = id
    ? await db.updateTable('cost_centres').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
    : await db.insertInto('cost_centres').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function deleteCostCentreRow(db: Database, id: string): Promise<void> {
  await db.deleteFrom('cost_centres').where('id', '=', id).execute()
}

/** Who somebody reports to, and on which cost centre they book. */
export async function setReporting(
  db: Database,
  id: string,
  { managerId, costCentreId }: { managerId: string | null; costCentreId: string | null },
): Promise<void> {
  await db
    .updateTable('persons')
    .set({ manager_id: managerId, cost_centre_id: costCentreId, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}

/** Puts somebody into a team; false when they are in it already. */
export async function addToTeam(db: Database, teamId: string, personId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('team_members')
    .values({ team_id: teamId, person_id: personId })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes somebody out of a team; false when they are not in it. */
export async function removeFromTeam(db: Database, teamId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('team_members')
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
