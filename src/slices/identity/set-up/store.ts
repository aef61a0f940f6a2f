import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import { Answers, DRAFT_LIFETIME, MOST_DRAFTS } from './rules.ts'

/** Whether the installation has been set up: for good, once it has. */
export async function isSetUpDone(db: Database): Promise<boolean> {
  const row = await db.selectFrom('set_up').select('done_at').executeTakeFirst()
  return row?.done_at != null
}

/** The state of setting up, for this transaction alone; undefined when it is done. Others wait, and see what became of it. */
export async function lockOpenSetUp(db: Database) {
  return db
    .selectFrom('set_up')
    .select(['code_seed', 'code_hash'])
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Whether this is the code; false also once everything is set up. */
export async function isCode(db: Database, hash: string): Promise<boolean> {
  const row = await db.selectFrom('set_up').select('only_one').where('code_hash', '=', hash).executeTakeFirst()
  return row !== undefined
}

export async function putCode(db: Database, seed: string, hash: string): Promise<void> {
  await db.updateTable('set_up').set({ code_seed: seed, code_hash: hash }).where('done_at', 'is', null).execute()
}

/** Nothing is left to be set up, for good; what was answered and not finished is forgotten. */
export async function markSetUp(db: Database): Promise<void> {
  await db
    .updateTable('set_up')
    .set({ done_at: sql<Date>`now()`, code_seed: null, code_hash: null })
    .where('done_at', 'is', null)
    .execute()
  await db.deleteFrom('set_up_drafts').execute()
}

/** Begins to keep answers; the oldest ones make room. */
export async function insertDraft(db: Database, secretHash: string): Promise<void> {
  await db.insertInto('set_up_drafts').values({ secret_hash: secretHash }).execute()
  await sql`delete from set_up_drafts where secret_hash in (
    select secret_hash from set_up_drafts order by created_at desc, secret_hash offset ${MOST_DRAFTS})`.execute(db)
}

/** What has been answered so far; undefined when nobody with this secret has begun, or too long ago. */
export async function findDraft(db: Database, secretHash: string): Promise<Answers | undefined> {
  const row = await db
    .selectFrom('set_up_drafts')
    .select('answers')
    .where('secret_hash', '=', secretHash)
    .where('created_at', '>', sql<Date>`now() - make_interval(secs => ${DRAFT_LIFETIME})`)
    .executeTakeFirst()
  return row && Answers.catch({}).parse(row.answers)
}

export async function updateDraft(db: Database, secretHash: string, answers: Answers): Promise<void> {
  await sql`update set_up_drafts set answers = answers || ${JSON.stringify(answers)}::jsonb
    where secret_hash = ${secretHash}`.execute(db)
}
