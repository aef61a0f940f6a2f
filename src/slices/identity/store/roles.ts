import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../rules.ts'

/** All roles with their permissions and how many active people hold them; at most 200. */
export async function listRoleRows(db: Database) {
  return db
    .selectFrom('roles as r')
    .select(['r.id', 'r.key', 'r.names', 'r.words', 'r.built_in'])
    .select(
      sql<string[]>`array(select permission from role_permissions where role_id = r.id order by 1)`.as('permissions'),
    )
    .select(
      sql<number>`(select count(*)::int from person_roles pr join persons p on p.id = pr.person_id
        where pr.role_id = r.id and p.state = 'active')`.as('people'),
    )
    .orderBy('r.key')
    .limit(200)
    .execute()
}

export async function findRole(db: Database, id: string) {
  return db
    .selectFrom('roles as r')
    .select(['r.id', 'r.key', 'r.names', 'r.words', 'r.built_in'])
    .select(
      sql<string[]>`array(select permission from role_permissions where role_id = r.id order by 1)`.as('permissions'),
    )
    .where('r.id', '=', id)
    .executeTakeFirst()
}

/** A role with its permissions, by its key. */
export async function findRoleByKey(db: Database, key: string) {
  return db
    .selectFrom('roles as r')
    .select('r.id')
    .select(
      sql<string[]>`array(select permission from role_permissions where role_id = r.id order by 1)`.as('permissions'),
    )
    .where('r.key', '=', key)
    .executeTakeFirst()
}

export async function roleIdsByKey(db: Database, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('roles')
    .select('id')
    .where('key', 'in', [...keys])
    .execute()
  return rows.map((row) => row.id)
}

/** Which of these ids are roles. */
export async function existingRoles(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('roles')
    .select(['id', 'key'])
    .where('id', 'in', [...ids])
    .execute()
}

export interface RoleContent {
  names: Texts
  words: Texts
  permissions: string[]
}

export async function insertRole(db: Database, key: string, content: RoleContent): Promise<string> {
  const { id } = await db
    .insertInto('roles')
    .values({ key, names: JSON.stringify(content.names), words: JSON.stringify(content.words) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await putPermissions(db, id, content.permissions)
  return id
}

export async function updateRole(db: Database, id: string, content: RoleContent): Promise<void> {
  await db
    .updateTable('roles')
    .set({ names: JSON.stringify(content.names), words: JSON.stringify(content.words) })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('role_permissions').where('role_id', '=', id).execute()
  await putPermissions(db, id, content.permissions)
}

async function putPermissions(db: Database, roleId: string, permissions: string[]): Promise<void> {
  if (permissions.length === 0) return
  await db
    .insertInto('role_permissions')
    .values(permissions.map((permission) => ({ role_id: roleId, permission })))
    .execute()
}

/** Removes a role that nobody holds; false when somebody does. */
export async function deleteRole(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('roles')
    .where('id', '=', id)
    .where('built_in', '=', false)
    .where(sql<boolean>`not exists (select 1 from person_roles where role_id = ${id})`)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function hasRoleKey(db: Database, key: string): Promise<boolean> {
  return (await db.selectFrom('roles').select('id').where('key', '=', key).executeTakeFirst()) !== undefined
}

/** All permissions of these roles together. */
export async function permissionsOfRoles(db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('role_permissions')
    .select('permission')
    .distinct()
    .where('role_id', 'in', [...ids])
    .execute()
  return rows.map((row) => row.permission)
}

export async function permissionsOfPerson(db: Database, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('person_roles as m')
    .innerJoin('role_permissions as rp', 'rp.role_id', 'm.role_id')
    .select('rp.permission')
    .distinct()
    .where('m.person_id', '=', personId)
    .execute()
  return rows.map((row) => row.permission)
}

/** Whether somebody who may do everything could sign in with a password alone. */
export async function hasUnguardedAdministrator(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('persons as p')
    .innerJoin('person_roles as m', 'm.person_id', 'p.id')
    .innerJoin('role_permissions as rp', 'rp.role_id', 'm.role_id')
    .select('p.id')
    .where('rp.permission', '=', '*')
    .where('p.state', '=', 'active')
    .where('p.sign_in', '=', true)
    .where('p.second_factor', '=', false)
    .where(sql<boolean>`not exists (select from passkeys k where k.person_id = p.id)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
