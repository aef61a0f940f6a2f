import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { Texts } from '../rules.ts'

/** Whether somebody may have a session at all. */
export async function maySignIn(db: Database, id: string): Promise<boolean> {
  const row = await db.selectFrom('persons').select(['state', 'sign_in']).where('id', '=', id).executeTakeFirst()
  return row?.state === 'active' && row.sign_in
}

export async function findPersonByEmail(db: Database, email: string) {
  return db
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'language', 'state', 'sign_in', 'email_verified', 'second_factor'])
    .where('email', '=', email)
    .executeTakeFirst()
}

/** A person with everything that their own profile and the administration show. */
export async function findPerson(db: Database, id: string) {
  return db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Of these people, the active ones with an address. */
export async function reachablePersons(db: Database, ids: readonly string[]) {
  return db
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'language'])
    .where('id', 'in', ids)
    .where('state', '=', 'active')
    .where('email', 'is not', null)
    .execute()
}

export interface NewPerson {
  name: string
  email: string
  language: Lang
  externalKey?: string | null
  salutations?: Texts
  emailVerified?: boolean
  signIn?: boolean
}

export async function insertPerson(db: Database, person: NewPerson): Promise<string> {
  const row = await db
    .insertInto('persons')
    .values({
      name: person.name,
      email: person.email,
      language: person.language,
      external_key: person.externalKey ?? null,
      salutations: JSON.stringify(person.salutations ?? {}),
      email_verified: person.emailVerified ?? false,
      sign_in: person.signIn ?? true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Parts of a person that may be changed one by one. */
export interface PersonChange {
  name?: string
  email?: string
  language?: Lang
  state?: 'active' | 'deactivated'
  emailVerified?: boolean
  products?: string[]
  places?: string[]
  stages?: string[]
  tags?: string[]
}

export async function updatePerson(
  db: Database,
  id: string,
  { emailVerified, ...change }: PersonChange,
): Promise<void> {
  await db
    .updateTable('persons')
    .set({
      ...change,
      ...(emailVerified === undefined ? {} : { email_verified: emailVerified }),
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', id)
    .execute()
}

/** What a list of people may be cut down to. */
export interface PeopleFilter {
  search?: string | undefined
  role?: string | undefined
  state?: 'active' | 'deactivated' | undefined
  after?: { name: string; id: string } | undefined
  limit: number
}

/** People by name, with the names of their roles; erased ones are left out. */
export async function listPeople(db: Database, filter: PeopleFilter) {
  let query = db
    .selectFrom('persons as p')
    .select(['p.id', 'p.name', 'p.email', 'p.language', 'p.state', 'p.sign_in', 'p.created_at'])
    .select(sql<string>`lower(p.name)`.as('sort_name'))
    .select(
      sql<
        { key: string; names: Texts }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('key', r.key, 'names', r.names) order by r.key)
        from person_roles pr join roles r on r.id = pr.role_id where pr.person_id = p.id), '[]')`.as('roles'),
    )
    .where('p.state', '<>', 'erased')
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(filter.limit)
  if (filter.search)
    query = query.where(
      sql<string>`lower(p.name || ' ' || coalesce(p.email, ''))`,
      'like',
      `%${escapeLike(filter.search.toLowerCase())}%`,
    )
  if (filter.state) query = query.where('p.state', '=', filter.state)
  if (filter.role)
    query = query.where(
      sql<boolean>`exists (select 1 from person_roles pr join roles r on r.id = pr.role_id where pr.person_id = p.id and r.key = ${filter.role})`,
    )
  if (filter.after)
    query = query.where(sql<boolean>`(lower(p.name), p.id) > (${filter.after.name}, ${filter.after.id}::uuid)`)
  return query.execute()
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** Names of people by id; erased ones have none. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .where('state', '<>', 'erased')
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Ids by key of imported and demonstration people. */
export async function idsByKey(db: Database, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'external_key'])
    .where('external_key', 'in', [...new Set(keys)])
    .execute()
  return new Map(rows.map((row) => [row.external_key as string, row.id]))
}

/** People who hold a permission, e.g. to be told of something; at most 200. */
export async function listHolders(db: Database, permission: string) {
  return db
    .selectFrom('persons as p')
    .select(['p.id', 'p.name', 'p.email', 'p.language'])
    .where('p.state', '=', 'active')
    .where(
      sql<boolean>`exists (select 1 from person_roles pr join role_permissions rp on rp.role_id = pr.role_id
        where pr.person_id = p.id and rp.permission in (${permission}, '*'))`,
    )
    .orderBy('p.name')
    .limit(200)
    .execute()
}

/** Blanks everything personal; the row stays, so that what refers to it keeps its shape. */
export async function erasePerson(db: Database, id: string): Promise<void> {
  await db
    .updateTable('persons')
    .set({
      state: 'erased',
      name: '—',
      email: null,
      email_verified: false,
      picture: null,
      salutations: '{}',
      external_key: null,
      sign_in: false,
      second_factor: false,
      manager_id: null,
      cost_centre_id: null,
      products: [],
      places: [],
      stages: [],
      tags: [],
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', id)
    .execute()
  for (const table of [
    'sessions',
    'sign_in_accounts',
    'passkeys',
    'second_factors',
    'person_roles',
    'team_members',
    'memberships',
    'api_keys',
  ] as const)
    await db.deleteFrom(table).where('person_id', '=', id).execute()
}
