import { sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { State } from '../rules.ts'

/** What stands in a timeline at most; further back nobody reads on one page. */
const LONGEST_TIMELINE = 300

export interface Entry {
  id: string
  kind: 'message' | 'note' | 'state' | 'assignment'
  side: 'requester' | 'desk' | 'system'
  author_id: string | null
  author_name: string | null
  body: string | null
  to_state: State | null
  file_ids: string[]
  at: Date
}

interface NewEntry {
  kind: Entry['kind']
  side: Entry['side']
  authorName?: string | null
  body?: string | null
  toState?: State
  fileIds?: string[]
}

/** Adds to a timeline, in the name of who is acting. */
export async function insertEntry(ctx: Ctx, requestId: string, entry: NewEntry): Promise<string> {
  const row = await ctx.db
    .insertInto('request_entries')
    .values({
      request_id: requestId,
      kind: entry.kind,
      side: entry.side,
      author_id: ctx.actor.personId,
      author_name: entry.authorName ?? ctx.actor.name,
      body: entry.body ?? null,
      to_state: entry.toState ?? null,
      file_ids: sql`${entry.fileIds ?? []}::uuid[]` as never,
      at: ctx.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The timeline, oldest first. Notes and assignments are the desk's own and left out for everybody else. */
export async function listEntries(db: Database, requestId: string, reader: 'requester' | 'desk'): Promise<Entry[]> {
  const rows = await db
    .selectFrom('request_entries')
    .select(['id', 'kind', 'side', 'author_id', 'author_name', 'body', 'to_state', 'file_ids', 'at'])
    .where('request_id', '=', requestId)
    .$if(reader === 'requester', (q) => q.where('kind', 'in', ['message', 'state']))
    .orderBy('id', 'desc')
    .limit(LONGEST_TIMELINE)
    .execute()
  return (rows as Entry[]).reverse()
}

/** The entry that a mail or an index tells of. */
export async function findEntry(db: Database, id: string): Promise<Entry | undefined> {
  const row = await db
    .selectFrom('request_entries')
    .select(['id', 'kind', 'side', 'author_id', 'author_name', 'body', 'to_state', 'file_ids', 'at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Entry | undefined
}

/** Whether a file of a request belongs to something that its requester sees. */
export async function isFileShown(db: Database, requestId: string, fileId: string): Promise<boolean> {
  const row = await db
    .selectFrom('request_entries')
    .select('id')
    .where('request_id', '=', requestId)
    .where('kind', '=', 'message')
    .where(sql<boolean>`${fileId}::uuid = any(file_ids)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** First messages of several requests, for the search index: request → text. */
export async function firstMessages(db: Database, requestIds: readonly string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('request_entries')
    .distinctOn('request_id')
    .select(['request_id', 'body'])
    .where('request_id', 'in', requestIds)
    .where('kind', '=', 'message')
    .orderBy('request_id')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.request_id, row.body ?? '']))
}
