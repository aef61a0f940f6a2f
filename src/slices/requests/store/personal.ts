import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import { eraseItemWords } from '../process/store/personal.ts'

/** Everything that is kept of somebody's requests, for handing it out. */
export async function listForExport(db: Database, personId: string) {
  const requests = await db
    .selectFrom('requests')
    .select(['id', 'number', 'type', 'state', 'subject', 'contact_name', 'contact_email', 'answers', 'handed_over'])
    .select(['callback_at', 'callback_number', 'created_at', 'closed_at'])
    .where((eb) => eb.or([eb('requester_id', '=', personId), eb('beneficiary_id', '=', personId)]))
    .orderBy('id')
    .execute()
  const entries = await db
    .selectFrom('request_entries')
    .innerJoin('requests', 'requests.id', 'request_entries.request_id')
    .select([
      'request_entries.request_id',
      'request_entries.kind',
      'request_entries.side',
      'request_entries.body',
      'request_entries.at',
    ])
    .where(sql<boolean>`(requests.requester_id = ${personId} or (author_id = ${personId} and exists (
      select from request_shares s where s.request_id = requests.id and s.person_id = ${personId})))`)
    .where('request_entries.internal', '=', false)
    .orderBy('request_entries.id')
    .execute()
  const ratings = await db
    .selectFrom('request_ratings')
    .innerJoin('requests', 'requests.id', 'request_ratings.request_id')
    .select(['request_ratings.request_id', 'score', 'comment', 'at'])
    .where('requests.requester_id', '=', personId)
    .execute()
  const shares = await db
    .selectFrom('request_shares')
    .select(['request_id', 'copied', 'at'])
    .where('person_id', '=', personId)
    .execute()
  const views = await db
    .selectFrom('request_views')
    .select(['name', 'filter', 'created_at'])
    .where('person_id', '=', personId)
    .execute()
  const solved = await db
    .selectFrom('solved_before_writing')
    .select(['subject', 'read', 'at'])
    .where('person_id', '=', personId)
    .execute()
  return { requests, entries, ratings, shares, views, solvedBeforeWriting: solved }
}

/**
 * Takes the person and their words out of their requests; what was dealt with, when and how it ended stays for the figures. Gives the
 * requests with their files, which are to go too.
 */
export async function eraseRequester(db: Database, personId: string): Promise<{ id: string; files: string[] }[]> {
  const requests = await db
    .updateTable('requests')
    .set({ ...NOBODY, requester_id: null, link_version: sql`link_version + 1` })
    .where('requester_id', '=', personId)
    .returning('id')
    .execute()
  const ids = requests.map((request) => request.id)
  await eraseAround(db, personId, ids)
  await eraseNames(db, personId, ids)
  const erased = await eraseWords(db, ids)
  await db
    .updateTable('request_entries')
    .set({ author_id: null, author_name: null })
    .where('author_id', '=', personId)
    .execute()
  return erased
}

/**
 * Takes visitors and their words out of what was closed before a moment; the earliest first, at most `limit`. Links and codes that they had
 * lead nowhere any more. Gives the requests with their files, which are to go too.
 */
export async function eraseVisitors(
  db: Database,
  before: Date,
  limit: number,
): Promise<{ id: string; files: string[] }[]> {
  const due = await db
    .selectFrom('requests')
    .select('id')
    .where('requester_id', 'is', null)
    .where('state', '=', sql.lit('closed'))
    .where('closed_at', '<', before)
    .where((eb) =>
      eb.or([
        eb('subject', '<>', sql.lit(NOBODY.subject)),
        eb('contact_email', 'is not', null),
        eb('contact_name', 'is not', null),
        eb('callback_number', 'is not', null),
      ]),
    )
    .orderBy('closed_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = due.map((request) => request.id)
  if (ids.length === 0) return []
  await db
    .updateTable('requests')
    .set({ ...NOBODY, link_version: sql`link_version + 1` })
    .where('id', 'in', ids)
    .execute()
  await db.updateTable('request_ratings').set({ comment: null }).where('request_id', 'in', ids).execute()
  await db
    .updateTable('request_entries')
    .set({ author_name: null })
    .where('request_id', 'in', ids)
    .where('side', '=', 'requester')
    .execute()
  return eraseWords(db, ids)
}

/** What a request says of nobody. */
const NOBODY = {
  subject: '—',
  contact_name: null,
  contact_email: null,
  handed_over: '{}',
  answers: '{}',
  callback_number: null,
}

/** What was said in some requests; gives them with their files. */
async function eraseWords(db: Database, ids: string[]): Promise<{ id: string; files: string[] }[]> {
  if (ids.length === 0) return []
  const entries = await listFilesOf(db, ids)
  await db
    .updateTable('request_entries')
    .set({ body: '—', file_ids: [] })
    .where('request_id', 'in', ids)
    .where('body', 'is not', null)
    .execute()
  // What was approved or done is called as the request was.
  await db
    .updateTable('request_entries')
    .set({ detail: sql`detail - 'item'` })
    .where('request_id', 'in', ids)
    .where(sql<boolean>`detail ? 'item'`)
    .execute()
  await eraseItemWords(db, ids)
  return ids.map((id) => ({
    id,
    files: entries.filter((entry) => entry.request_id === id).flatMap((entry) => entry.file_ids),
  }))
}

function listFilesOf(db: Database, requestIds: string[]) {
  return db
    .selectFrom('request_entries')
    .select(['request_id', 'file_ids'])
    .where('request_id', 'in', requestIds)
    .execute()
}

/**
 * Their name as the timelines say it: of what the desk wrote down for them in their own requests, and of what happened in those of others.
 * Details name people by name only, so another person of the very same name is named no longer either.
 */
async function eraseNames(db: Database, personId: string, requestIds: string[]) {
  if (requestIds.length > 0)
    await db
      .updateTable('request_entries')
      .set({ author_name: null })
      .where('request_id', 'in', requestIds)
      .where('side', '=', 'requester')
      .execute()
  await sql`
    with named as (select name, email from persons where id = ${personId} and name <> '—')
    update request_entries set detail = (
      select jsonb_object_agg(key, case
        when key = 'by' then to_jsonb(array_to_string(array_replace(string_to_array(value #>> '{}', ', '), named.name, '—'), ', '))
        when key in ('to', 'name', 'requester') and value #>> '{}' in (named.name, named.email) then '"—"'
        else value end)
      from jsonb_each(detail))
    from named
    where kind in ('share', 'assignment', 'promise')
      and (named.name in (detail ->> 'to', detail ->> 'name', detail ->> 'requester') or detail ->> 'requester' = named.email
        or named.name = any(string_to_array(detail ->> 'by', ', ')))`.execute(db)
}

/** What else speaks of somebody: shares and filters of theirs, what they said when rating, what they were about to write. */
async function eraseAround(db: Database, personId: string, requestIds: string[]) {
  await db.deleteFrom('request_shares').where('person_id', '=', personId).execute()
  await db.deleteFrom('request_views').where('person_id', '=', personId).execute()
  await db.updateTable('requests').set({ beneficiary_id: null }).where('beneficiary_id', '=', personId).execute()
  await db
    .updateTable('solved_before_writing')
    .set({ person_id: null, subject: '—' })
    .where('person_id', '=', personId)
    .execute()
  if (requestIds.length === 0) return
  await db.updateTable('request_ratings').set({ comment: null }).where('request_id', 'in', requestIds).execute()
  // Names of readers stand in the timeline.
  await db
    .updateTable('request_entries')
    .set({ detail: '{}' })
    .where('request_id', 'in', requestIds)
    .where('kind', '=', 'share')
    .execute()
}
