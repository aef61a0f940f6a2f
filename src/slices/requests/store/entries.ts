import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { Id } from '../../../kernel/schema.ts'
import type { State } from '../rules.ts'
import { isVisibleTo } from './visible.ts'

/** What stands in a timeline at most; further back nobody reads on one page. */
const LONGEST_TIMELINE = 300

/** What stands in a timeline. */
export const ENTRY_KINDS = [
  'message',
  'note',
  'state',
  'assignment',
  'approval',
  'task',
  'promise',
  'share',
  'link',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export interface Entry {
  id: string
  /** Another one than the timeline's: it was merged into it. */
  request_id: string
  /** The request from which it was taken, and with which its files stay. */
  origin_id: string | null
  kind: EntryKind
  side: 'requester' | 'desk' | 'system'
  author_id: string | null
  author_name: string | null
  body: string | null
  to_state: State | null
  file_ids: string[]
  internal: boolean
  detail: Record<string, unknown>
  at: Date
}

/** Something to add to a timeline. */
export interface NewEntry {
  kind: EntryKind
  side: Entry['side']
  /** Who is named as its author; whoever is acting when left out. */
  authorName?: string | null
  body?: string | null
  toState?: State
  fileIds?: string[]
  /** For the desk only. Notes and assignments always are. */
  internal?: boolean
  /** What the kind needs to be told, e.g. `{ from, to, reason }` of a promise. */
  detail?: Record<string, unknown>
}

const ENTRY_COLUMNS = [
  'request_id',
  'origin_id',
  'id',
  'kind',
  'side',
  'author_id',
  'author_name',
  'body',
  'to_state',
  'file_ids',
  'internal',
  'detail',
  'at',
] as const

/** Adds to a timeline, in the name of who is acting. Gives the id of the entry. */
export async function insertEntry(ctx: Ctx, requestId: string, entry: NewEntry): Promise<string> {
  const [id] = await insertEntries(ctx, requestId, [entry])
  return id as string
}

/** The same for several at once, in their order. */
export async function insertEntries(ctx: Ctx, requestId: string, entries: NewEntry[]): Promise<string[]> {
  if (entries.length === 0) return []
  const rows = entries.map((entry) => ({
    // Made here, so that entries of one moment keep their order.
    id: newId(),
    request_id: requestId,
    kind: entry.kind,
    side: entry.side,
    author_id: ctx.actor.personId,
    author_name: entry.authorName ?? ctx.actor.name,
    body: entry.body ?? null,
    to_state: entry.toState ?? null,
    file_ids: sql`${entry.fileIds ?? []}::uuid[]` as never,
    internal: entry.internal ?? (entry.kind === 'note' || entry.kind === 'assignment'),
    detail: JSON.stringify(entry.detail ?? {}),
    at: ctx.now(),
  }))
  await ctx.db.insertInto('request_entries').values(rows).execute()
  return rows.map((row) => row.id)
}

/**
 * The timeline, oldest first, with those of the requests that were merged into it. What is the desk's own is left out for everybody else.
 * @param by of those requests, only what this actor may read: somebody with whom one of them is shared
 */
export async function listEntries(
  db: Database,
  requestId: string,
  reader: 'requester' | 'desk',
  by?: Actor,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('request_entries')
    .select(ENTRY_COLUMNS)
    .where(isOfTimeline(requestId, by))
    .$if(reader === 'requester', (q) => q.where('internal', '=', false))
    .orderBy('id', 'desc')
    .limit(LONGEST_TIMELINE)
    .execute()
  return (rows as Entry[]).reverse()
}

/** Entries of a request and of all that were merged into it, directly or through others. */
function isOfTimeline(requestId: string, by?: Actor) {
  return sql<boolean>`request_id in (
    with recursive merged as (
      select ${requestId}::uuid as id
      union select requests.id from requests join merged on requests.merged_into_id = merged.id
        where ${by ? isVisibleTo(by) : sql`true`}
    ) select id from merged)`
}

/** The entry that a mail or an index tells of; undefined also for events that tell of none. */
export async function findEntry(db: Database, id: string): Promise<Entry | undefined> {
  if (!Id.safeParse(id).success) return undefined
  const row = await db.selectFrom('request_entries').select(ENTRY_COLUMNS).where('id', '=', id).executeTakeFirst()
  return row as Entry | undefined
}

/** The first message that was written after an entry. */
export async function findMessageSince(db: Database, requestId: string, entryId: string): Promise<Entry | undefined> {
  const row = await db
    .selectFrom('request_entries')
    .select(ENTRY_COLUMNS)
    .where('request_id', '=', requestId)
    .where('kind', '=', 'message')
    .where('id', '>', entryId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row as Entry | undefined
}

/** Whether a file of a request belongs to something that its requester sees. */
export async function isFileShown(db: Database, requestId: string, fileId: string): Promise<boolean> {
  const row = await db
    .selectFrom('request_entries')
    .select('id')
    .where((eb) => eb.or([eb('request_id', '=', requestId), eb('origin_id', '=', requestId)]))
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
    .where(sql<boolean>`request_id = any(${[...requestIds]}::uuid[])`)
    .where('kind', '=', 'message')
    .orderBy('request_id')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.request_id, row.body ?? '']))
}
