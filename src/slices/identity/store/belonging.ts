import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../rules.ts'

/** Roles, teams and organisations of a person. */
export async function listBelonging(db: Database, personId: string) {
  const [roles, teams, organisations] = await Promise.all([
    db
      .selectFrom('person_roles as m')
      .innerJoin('roles as r', 'r.id', 'm.role_id')
      .select(['r.id', 'r.key', sql<Texts>`r.names`.as('names'), 'm.granted_through'])
      .where('m.person_id', '=', personId)
      .orderBy('r.key')
      .execute(),
    db
      .selectFrom('team_members as m')
      .innerJoin('teams as t', 't.id', 'm.team_id')
      .select(['t.id', 't.key', sql<Texts>`t.names`.as('names')])
      .where('m.person_id', '=', personId)
      .orderBy('t.key')
      .execute(),
    db
      .selectFrom('memberships as m')
      .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
      .select(['o.id', 'o.key', 'o.name'])
      .where('m.person_id', '=', personId)
      .orderBy('o.name')
      .execute(),
  ])
  return { roles, teams, organisations }
}

/** Puts a person into exactly these organisations and teams. */
export async function setBelonging(
  db: Database,
  personId: string,
  to: { teams: string[]; organisations: string[] },
): Promise<void> {
  await db.deleteFrom('team_members').where('person_id', '=', personId).execute()
  await db.deleteFrom('memberships').where('person_id', '=', personId).execute()
  if (to.teams.length > 0)
    await db
      .insertInto('team_members')
      .values(to.teams.map((team_id) => ({ team_id, person_id: personId })))
      .execute()
  if (to.organisations.length > 0)
    await db
      .insertInto('memberships')
      .values(to.organisations.map((organisation_id) => ({ organisation_id, person_id: personId })))
      .execute()
}

/** Gives a person exactly these roles by hand; those from single sign-on stay. */
export async function setRoles(
  db: Database,
  personId: string,
  roleIds: string[],
  through: 'hand' | 'sso' = 'hand',
): Promise<void> {
  await db.deleteFrom('person_roles').where('person_id', '=', personId).where('granted_through', '=', through).execute()
  if (roleIds.length === 0) return
  await db
    .insertInto('person_roles')
    .values(roleIds.map((role_id) => ({ person_id: personId, role_id, granted_through: through })))
    .onConflict((c) => c.columns(['person_id', 'role_id']).doNothing())
    .execute()
}

/** How many active people hold the administrator role and can sign in. */
export async function countAdministrators(db: Database): Promise<number> {
  const row = await db
    .selectFrom('person_roles as m')
    .innerJoin('roles as r', 'r.id', 'm.role_id')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('r.key', '=', 'administrator')
    .where('p.state', '=', 'active')
    .where('p.sign_in', '=', true)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Invitations to an address lose it; those that are open are gone. */
export async function eraseInvitations(db: Database, email: string): Promise<void> {
  await db.deleteFrom('invitations').where('email', '=', email).execute()
}

/** Gives a person these roles besides those they have. */
export async function addRoles(db: Database, personId: string, roleIds: string[]): Promise<void> {
  if (roleIds.length === 0) return
  await db
    .insertInto('person_roles')
    .expression(
      db
        .selectFrom('roles')
        .select([sql<string>`${personId}::uuid`.as('person_id'), 'id as role_id'])
        .where('id', 'in', roleIds),
    )
    .columns(['person_id', 'role_id'])
    .onConflict((c) => c.columns(['person_id', 'role_id']).doNothing())
    .execute()
}

/** Gives a person one more role; false when they have it. */
export async function giveRole(db: Database, personId: string, roleId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person_roles')
    .values({ person_id: personId, role_id: roleId })
    .onConflict((c) => c.columns(['person_id', 'role_id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes a role away that was given here; false when there is nothing to take. What single sign-on gives stays. */
export async function takeRole(db: Database, personId: string, roleId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('person_roles')
    .where('person_id', '=', personId)
    .where('role_id', '=', roleId)
    .where('granted_through', '=', 'hand')
    .executeTakeFirst()
  return numDeletedRows > 0n
}
