import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** Somebody as identification needs them: facts, roles and permissions in one row. */
export interface IdentifiedRow {
  personId: string
  name: string
  email: string | null
  language: string
  products: string[]
  places: string[]
  stages: string[]
  tags: string[]
  roles: string[]
  teams: string[]
  organisations: string[]
  permissions: string[]
}

const IDENTIFIED = sql`
  p.id as "personId", p.name, p.email, p.language, p.products, p.places, p.stages, p.tags,
  array(select r.key from person_roles pr join roles r on r.id = pr.role_id where pr.person_id = p.id) as roles,
  array(select t.key from team_members tm join teams t on t.id = tm.team_id where tm.person_id = p.id) as teams,
  array(select o.key from memberships m join organisations o on o.id = m.organisation_id where m.person_id = p.id) as organisations,
  array(select distinct rp.permission from person_roles pr join role_permissions rp on rp.role_id = pr.role_id where pr.person_id = p.id) as permissions`

/** The person behind a session that is not over, in one query. */
export async function findIdentifiedBySession(db: Database, token: string) {
  const { rows } = await sql<IdentifiedRow & { sessionId: string; expiresAt: Date; usedAt: Date }>`
    select s.id as "sessionId", s.expires_at as "expiresAt", s.updated_at as "usedAt", ${IDENTIFIED}
    from sessions s join persons p on p.id = s.person_id
    where s.token = ${token} and s.expires_at > now() and p.state = 'active'`.execute(db)
  return rows[0]
}

/** The person for whom an API key acts, with its scopes; nothing when the key is revoked or over. */
export async function findIdentifiedByApiKey(db: Database, secretHash: string) {
  const { rows } = await sql<
    IdentifiedRow & { apiKeyId: string; scopes: string[]; expiresAt: Date | null; usedAt: Date | null }
  >`
    select k.id as "apiKeyId", k.scopes, k.expires_at as "expiresAt", k.last_used_at as "usedAt", ${IDENTIFIED}
    from api_keys k join persons p on p.id = k.person_id
    where k.secret_hash = ${secretHash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) and p.state = 'active'`.execute(
    db,
  )
  return rows[0]
}

/** The same facts of a person by id: for previews, and for Theke acting for somebody. */
export async function findIdentified(db: Database, personId: string) {
  const { rows } =
    await sql<IdentifiedRow>`select ${IDENTIFIED} from persons p where p.id = ${personId} and p.state = 'active'`.execute(
      db,
    )
  return rows[0]
}

/** Notes that a session is in use and prolongs it. */
export async function touchSession(db: Database, sessionId: string, lifetime: number): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ updated_at: sql<Date>`now()`, expires_at: sql<Date>`now() + make_interval(secs => ${lifetime})` })
    .where('id', '=', sessionId)
    .execute()
}

export async function touchApiKey(db: Database, id: string): Promise<void> {
  await db.updateTable('api_keys').set({ last_used_at: sql<Date>`now()` }).where('id', '=', id).execute()
}

/** Sessions of a person, the one used last first; at most 50, as many as anybody looks through. */
export async function listSessions(db: Database, personId: string) {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at', 'updated_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute()
}

export async function findTokens(db: Database, personId: string, sessionId?: string): Promise<string[]> {
  let query = db.selectFrom('sessions').select('token').where('person_id', '=', personId)
  if (sessionId) query = query.where('id', '=', sessionId)
  return (await query.execute()).map((row) => row.token)
}

/** Ends sessions of a person: one, or all but one. Gives the tokens that no longer hold. */
export async function deleteSessions(db: Database, personId: string, which: { only?: string; except?: string | null }) {
  let query = db.deleteFrom('sessions').where('person_id', '=', personId)
  if (which.only) query = query.where('id', '=', which.only)
  if (which.except) query = query.where('id', '<>', which.except)
  return (await query.returning('token').execute()).map((row) => row.token)
}

/** Removes what is over: sessions, codes and links. */
export async function deleteExpired(db: Database): Promise<void> {
  await sql`delete from sessions where expires_at < now()`.execute(db)
  await sql`delete from sign_in_checks where expires_at < now()`.execute(db)
  await sql`delete from sign_in_failures where window_start < now() - interval '1 day'`.execute(db)
}

/** Whose session a token is. */
export async function findPersonBySession(db: Database, token: string): Promise<string | undefined> {
  const row = await db.selectFrom('sessions').select('person_id').where('token', '=', token).executeTakeFirst()
  return row?.person_id
}
