import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../rules.ts'

/** Teams with how many active people are in them; at most 500. */
export async function listTeamRows(db: Database) {
  return db
    .with('counted', (q) =>
      q
        .selectFrom('team_members as m')
        .innerJoin('persons as p', 'p.id', 'm.person_id')
        .where('p.state', '=', 'active')
        .groupBy('m.team_id')
        .select(['m.team_id', sql<number>`count(*)::int`.as('people')]),
    )
    .selectFrom('teams as t')
    .leftJoin('counted', 'counted.team_id', 't.id')
    .select(['t.id', 't.key', 't.names', sql<number>`coalesce(counted.people, 0)`.as('people')])
    .orderBy('t.key')
    .limit(500)
    .execute()
}

/** Teams with their names by language, for naming them; at most 500. */
export async function listTeamNames(db: Database) {
  return db.selectFrom('teams').select(['id', 'key', 'names']).orderBy('key').limit(500).execute()
}

export async function insertTeam(db: Database, key: string, names: Texts): Promise<string> {
  const { id } = await db
    .insertInto('teams')
    .values({ key, names: JSON.stringify(names) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateTeam(db: Database, id: string, names: Texts): Promise<void> {
  await db
    .updateTable('teams')
    .set({ names: JSON.stringify(names) })
    .where('id', '=', id)
    .execute()
}

export async function findTeam(db: Database, id: string) {
  return db.selectFrom('teams').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function deleteTeam(db: Database, id: string): Promise<void> {
  await db.deleteFrom('teams').where('id', '=', id).execute()
}

/** Organisations with how many active people belong to them, by name; at most 500. */
export async function listOrganisationRows(db: Database) {
  return db
    .selectFrom('organisations as o')
    .select(['o.id', 'o.key', 'o.name'])
    .select(
      sql<number>`(select count(*)::int from memberships m join persons p on p.id = m.person_id
        where m.organisation_id = o.id and p.state = 'active')`.as('people'),
    )
    .orderBy('o.name')
    .limit(500)
    .execute()
}

export async function insertOrganisation(db: Database, key: string, name: string): Promise<string> {
  const { id } = await db.insertInto('organisations').values({ key, name }).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateOrganisation(db: Database, id: string, name: string): Promise<void> {
  await db.updateTable('organisations').set({ name }).where('id', '=', id).execute()
}

export async function findOrganisation(db: Database, id: string) {
  return db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function deleteOrganisation(db: Database, id: string): Promise<void> {
  await db.deleteFrom('organisations').where('id', '=', id).execute()
}

/** Whether a key is taken by a team or organisation. */
export async function hasGroupKey(db: Database, kind: 'teams' | 'organisations', key: string): Promise<boolean> {
  return (await db.selectFrom(kind).select('id').where('key', '=', key).executeTakeFirst()) !== undefined
}

/** Which of these ids are teams, and which organisations. */
export async function existingGroups(
  db: Database,
  kind: 'teams' | 'organisations',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  return (
    await db
      .selectFrom(kind)
      .select('id')
      .where('id', 'in', [...ids])
      .execute()
  ).map((row) => row.id)
}
