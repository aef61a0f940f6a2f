import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** How a person can sign in: password, single sign-on, passkeys, second factor. Never the secrets themselves. */
export async function listSignInWays(db: Database, personId: string) {
  const [accounts, passkeys, factor] = await Promise.all([
    db.selectFrom('sign_in_accounts').select(['provider', 'created_at']).where('person_id', '=', personId).execute(),
    db
      .selectFrom('passkeys')
      .select(['id', 'name', 'created_at'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .limit(50)
      .execute(),
    db.selectFrom('second_factors').select('verified').where('person_id', '=', personId).executeTakeFirst(),
  ])
  return {
    password: accounts.some((account) => account.provider === 'credential'),
    providers: accounts.filter((account) => account.provider !== 'credential').map((account) => account.provider),
    passkeys,
    secondFactor: factor?.verified === true,
  }
}

/** Counts a wrong password for a mailbox, also one that nobody has, or from a network address, in a window. `key`: its hash. */
export async function countFailure(db: Database, key: string, seconds: number): Promise<void> {
  await sql`
    insert into sign_in_failures as f (email_hash, window_start, failures) values (${key}, clock_timestamp(), 1)
    on conflict (email_hash) do update set
      failures = case when f.window_start < clock_timestamp() - make_interval(secs => ${seconds}) then 1 else f.failures + 1 end,
      window_start = case when f.window_start < clock_timestamp() - make_interval(secs => ${seconds}) then clock_timestamp() else f.window_start end`.execute(
    db,
  )
}

/** Seconds until it may be tried again; 0 when it may be now. */
export async function waitAfterFailures(
  db: Database,
  key: string,
  allowed: { limit: number; seconds: number },
): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    select ceil(extract(epoch from window_start + make_interval(secs => ${allowed.seconds}) - clock_timestamp()))::int as wait
    from sign_in_failures where email_hash = ${key} and failures >= ${allowed.limit}`.execute(db)
  return Math.max(0, rows[0]?.wait ?? 0)
}

export async function forgetFailures(db: Database, key: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('email_hash', '=', key).execute()
}

/** Puts the hash of a password in place, whether there was one or not. */
export async function putPassword(db: Database, personId: string, hash: string): Promise<void> {
  await db
    .insertInto('sign_in_accounts')
    .values({ person_id: personId, provider: 'credential', account_key: personId, password_hash: hash })
    .onConflict((c) =>
      c.columns(['provider', 'account_key']).doUpdateSet({ password_hash: hash, updated_at: sql<Date>`now()` }),
    )
    .execute()
}

export async function deletePasskey(db: Database, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes the second factor away from somebody who has lost it. */
export async function deleteSecondFactor(db: Database, personId: string): Promise<void> {
  await db.deleteFrom('second_factors').where('person_id', '=', personId).execute()
  await db.updateTable('persons').set({ second_factor: false }).where('id', '=', personId).execute()
}

/** Whose link or code this is, while it holds. */
export async function findCheckOwner(db: Database, identifier: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in_checks')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row && /^[0-9a-f-]{36}$/.test(row.value) ? row.value : undefined
}

/** What a link or code was for, while it holds; it is worth nothing afterwards. */
export async function takeCheck(db: Database, identifier: string): Promise<string | undefined> {
  const row = await db
    .deleteFrom('sign_in_checks')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('value')
    .executeTakeFirst()
  return row?.value
}

export async function findPasswordHash(db: Database, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_accounts')
    .select('password_hash')
    .where('person_id', '=', personId)
    .where('provider', '=', 'credential')
    .executeTakeFirst()
  return row?.password_hash ?? null
}

/** A link or code that holds for so many seconds. */
export async function insertCheck(db: Database, identifier: string, value: string, lifetime: number): Promise<void> {
  await db
    .insertInto('sign_in_checks')
    .values({ identifier, value, expires_at: sql<Date>`now() + make_interval(secs => ${lifetime})` })
    .execute()
}
