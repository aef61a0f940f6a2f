import { sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../content.ts'
import { affects, inForce, visible } from './visible.ts'

/** An announcement with the services that the reader sees, and how it went on. */
export interface Announcement {
  id: string
  kind: 'disturbed' | 'down' | 'maintenance'
  titles: Texts
  texts: Texts
  audienceId: string | null
  startsAt: Date
  expectedEnd: Date | null
  endedAt: Date | null
  /** Reference of the major incident by which the desk keeps it up. */
  incident: string | null
  services: { id: string; key: string; definition: { texts: never } }[]
  updates: { at: string; texts: Texts }[]
}

const COLUMNS = sql`n.id, n.kind, n.titles, n.texts, n.audience_id as "audienceId", n.starts_at as "startsAt",
  n.expected_end as "expectedEnd", n.ended_at as "endedAt", n.incident_reference as "incident"`

const UPDATES = sql`coalesce((select jsonb_agg(jsonb_build_object('at', u.at, 'texts', u.texts) order by u.id desc)
  from service_announcement_updates u where u.announcement_id = n.id), '[]') as updates`

/** Those that the actor may see: in force now, or planned; at most 50, the worst first. Only of one service when it is named. */
export async function listCurrent(ctx: Ctx, which: { serviceId?: string; planned?: boolean }): Promise<Announcement[]> {
  const now = which.planned
    ? sql`(n.ended_at is null and n.starts_at > ${ctx.now()} and ${affects(ctx)})`
    : inForce(ctx)
  const of = which.serviceId ? sql`x.service_id = ${which.serviceId}::uuid` : sql`true`
  const { rows } = await sql<Announcement>`
    select ${COLUMNS}, ${UPDATES}, seen.services
    from service_announcements n cross join lateral (
      select jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'definition', jsonb_build_object('texts', s.definition -> 'texts')) order by s.position) as services
      from service_announcement_services x join services s on s.id = x.service_id
      where x.announcement_id = n.id and ${of} and ${visible(ctx)}
    ) seen
    where ${now} and seen.services is not null
    order by array_position(array['down', 'disturbed', 'maintenance'], n.kind), n.starts_at limit 50`.execute(ctx.db)
  return rows
}

/** What is over, newest end first. */
export async function listPast(
  ctx: Ctx,
  page: { after: { endedAt: string; id: string } | null; limit: number },
): Promise<Announcement[]> {
  const after = page.after
    ? sql`(n.ended_at, n.id) < (${page.after.endedAt}::timestamptz, ${page.after.id}::uuid)`
    : sql`true`
  const { rows } = await sql<Announcement>`
    select ${COLUMNS}, ${UPDATES}, seen.services
    from service_announcements n cross join lateral (
      select jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'definition', jsonb_build_object('texts', s.definition -> 'texts')) order by s.position) as services
      from service_announcement_services x join services s on s.id = x.service_id
      where x.announcement_id = n.id and ${visible(ctx)}
    ) seen
    where n.ended_at is not null and ${affects(ctx)} and ${after} and seen.services is not null
    order by n.ended_at desc, n.id desc limit ${page.limit}`.execute(ctx.db)
  return rows
}

/** For those who keep them: newest first, whoever they affect. */
export async function listForKeeping(
  db: Database,
  page: { after: string | null; limit: number },
): Promise<Announcement[]> {
  const { rows } = await sql<Announcement>`
    select ${COLUMNS}, ${UPDATES}, coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'definition', jsonb_build_object('texts', s.definition -> 'texts')) order by s.position)
      from service_announcement_services x join services s on s.id = x.service_id where x.announcement_id = n.id), '[]') as services
    from service_announcements n where ${page.after ? sql`n.id < ${page.after}::uuid` : sql`true`} order by n.id desc limit ${page.limit}`.execute(
    db,
  )
  return rows
}

export async function findAnnouncement(db: Database, id: string): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    select ${COLUMNS}, ${UPDATES}, coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'definition', jsonb_build_object('texts', s.definition -> 'texts')) order by s.position)
      from service_announcement_services x join services s on s.id = x.service_id where x.announcement_id = n.id), '[]') as services
    from service_announcements n where n.id = ${id}::uuid`.execute(db)
  return rows[0]
}

interface AnnouncementContent {
  kind: Announcement['kind']
  titles: Texts
  texts: Texts
  audienceId: string | null
  startsAt: Date
  expectedEnd: Date | null
}

export async function insertAnnouncement(
  ctx: Ctx,
  content: AnnouncementContent,
  serviceIds: readonly string[],
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('service_announcements')
    .values({ ...rowOf(content), created_by: ctx.actor.personId, created_at: ctx.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setServices(ctx.db, id, serviceIds)
  return id
}

export async function updateAnnouncement(
  ctx: Ctx,
  id: string,
  content: AnnouncementContent,
  serviceIds: readonly string[],
): Promise<void> {
  await ctx.db.updateTable('service_announcements').set(rowOf(content)).where('id', '=', id).execute()
  await setServices(ctx.db, id, serviceIds)
}

/** Ends an announcement that is not over; false when it was. */
export async function endAnnouncement(ctx: Ctx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('service_announcements')
    .set({ ended_at: sql<Date>`greatest(starts_at, ${ctx.now()})` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Maintenance and major incidents whose time is over end by themselves; what has begun or ended since `from` changes pages. */
export async function endPlanned(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .updateTable('service_announcements')
    .set({ ended_at: sql<Date>`expected_end` })
    .where((eb) => eb.or([eb('kind', '=', 'maintenance'), eb('incident_id', 'is not', null)]))
    .where('ended_at', 'is', null)
    .where('expected_end', '<=', ctx.now())
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Ids of those that began between two moments. */
export async function listBegun(ctx: Ctx, from: Date): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('service_announcements')
    .select('id')
    .where('ended_at', 'is', null)
    .where('starts_at', '>', from)
    .where('starts_at', '<=', ctx.now())
    .limit(100)
    .execute()
  return rows.map((row) => row.id)
}

export async function insertUpdate(ctx: Ctx, id: string, texts: Texts): Promise<void> {
  await ctx.db
    .insertInto('service_announcement_updates')
    .values({ announcement_id: id, texts: JSON.stringify(texts), by_id: ctx.actor.personId, at: ctx.now() })
    .execute()
}

async function setServices(db: Database, id: string, serviceIds: readonly string[]) {
  await db.deleteFrom('service_announcement_services').where('announcement_id', '=', id).execute()
  await sql`insert into service_announcement_services (announcement_id, service_id)
    select ${id}::uuid, s.id from services s where s.id = any(${[...new Set(serviceIds)]}::uuid[])`.execute(db)
}

function rowOf({ kind, titles, texts, audienceId, startsAt, expectedEnd }: AnnouncementContent) {
  return {
    kind,
    titles: JSON.stringify(titles),
    texts: JSON.stringify(texts),
    audience_id: audienceId,
    starts_at: startsAt,
    expected_end: expectedEnd,
  }
}

/** The announcement that stands for a major incident now. */
export async function findByIncident(db: Database, incidentId: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('service_announcements')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Says for which major incident an announcement stands, and where it is shown. */
export async function setIncident(
  db: Database,
  id: string,
  incident: { id: string; reference: string; portals: string[] },
): Promise<void> {
  await db
    .updateTable('service_announcements')
    .set({ incident_id: incident.id, incident_reference: incident.reference, portals: incident.portals })
    .where('id', '=', id)
    .execute()
}
