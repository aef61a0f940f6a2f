import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'
import type { LaterText, NewNotification, Way } from '../../kernel/notifications.ts'

/** A notification as it is shown. */
export interface Notification {
  id: string
  kind: string
  portal: string
  title: LaterText
  body: LaterText | null
  path: string
  readAt: Date | null
  createdAt: Date
}

const COLUMNS = [
  'id',
  'kind',
  'portal',
  'title',
  'body',
  'path',
  'read_at as readAt',
  'created_at as createdAt',
] as const

/** Adds notifications of an event; gives the positions of those that are new. */
export async function insertNotifications(
  db: Database,
  eventId: number,
  rows: readonly { notification: NewNotification; way: Way }[],
  now: Date,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const added = await db
    .insertInto('notifications')
    .values(
      rows.map(({ notification, way }) => ({
        person_id: notification.personId,
        event_id: eventId,
        kind: notification.kind,
        portal: notification.portal,
        title: JSON.stringify(notification.title),
        body: notification.text ? JSON.stringify(notification.text) : null,
        path: notification.path,
        in_portal: way === 'both' || way === 'portal' || way === 'digest',
        in_digest: way === 'digest',
        created_at: now,
      })),
    )
    .onConflict((c) => c.columns(['person_id', 'event_id', 'kind']).doNothing())
    .returning(['person_id', 'kind'])
    .execute()
  return new Set(added.map((row) => `${row.person_id} ${row.kind}`))
}

/** Somebody's notifications, newest first. */
export async function listNotifications(
  db: Database,
  personId: string,
  { after, unread, limit }: { after: string | null; unread: boolean; limit: number },
): Promise<Notification[]> {
  const rows = await db
    .selectFrom('notifications')
    .select(COLUMNS)
    .where('person_id', '=', personId)
    .where('in_portal', '=', true)
    .$if(unread, (q) => q.where('read_at', 'is', null))
    .$if(after !== null, (q) => q.where('id', '<', after as string))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as unknown as Notification[]
}

/** How many are unread, a hundred at most, and whether one of them leads to this page. */
export async function countUnread(
  db: Database,
  personId: string,
  path: string,
): Promise<{ count: number; here: boolean }> {
  const { rows } = await sql<{ count: number; here: boolean }>`
    select count(*)::int as count, coalesce(bool_or(path = ${path}), false) as here from (
      select path from notifications where person_id = ${personId}::uuid and in_portal and read_at is null limit 100
    ) unread`.execute(db)
  return rows[0] ?? { count: 0, here: false }
}

/** Marks notifications as read: those named, those that lead to a page, or all. */
export async function markRead(
  db: Database,
  personId: string,
  which: { id?: string | undefined; path?: string | undefined },
  now: Date,
): Promise<void> {
  await db
    .updateTable('notifications')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('in_portal', '=', true)
    .where('read_at', 'is', null)
    .$if(which.id !== undefined, (q) => q.where('id', '=', which.id as string))
    .$if(which.path !== undefined, (q) => q.where('path', '=', which.path as string))
    .execute()
}

/** How people want to be told of kinds; what they have not chosen is left out. */
export async function waysOf(db: Database, personIds: readonly string[]): Promise<Map<string, Way>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notification_preferences')
    .select(['person_id', 'kind', 'way'])
    .where('person_id', 'in', [...new Set(personIds)])
    .execute()
  return new Map(rows.map((row) => [`${row.person_id} ${row.kind}`, row.way as Way]))
}

export async function putWays(
  db: Database,
  personId: string,
  ways: readonly { kind: string; way: Way }[],
): Promise<void> {
  if (ways.length === 0) return
  await db
    .insertInto('notification_preferences')
    .values(ways.map(({ kind, way }) => ({ person_id: personId, kind, way })))
    .onConflict((c) => c.columns(['person_id', 'kind']).doUpdateSet((eb) => ({ way: eb.ref('excluded.way') })))
    .execute()
}

/** People for whom something waits for the daily mail; at most `limit`. */
export async function listDigestPersons(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('notifications')
    .select('person_id')
    .distinct()
    .where('in_digest', '=', true)
    .limit(limit)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Takes what waits for somebody's daily mail, oldest first. */
export async function takeDigest(db: Database, personId: string): Promise<Notification[]> {
  const rows = await db
    .updateTable('notifications')
    .set({ in_digest: false })
    .where('person_id', '=', personId)
    .where('in_digest', '=', true)
    .returning(COLUMNS)
    .execute()
  return (rows as unknown as Notification[]).sort((a, b) => (a.id < b.id ? -1 : 1))
}

export async function deleteOld(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('notifications').where('created_at', '<', before).execute()
}

export async function deleteOf(db: Database, personId: string): Promise<void> {
  await db.deleteFrom('notifications').where('person_id', '=', personId).execute()
  await db.deleteFrom('notification_preferences').where('person_id', '=', personId).execute()
}
