import type { Database } from '../../../../kernel/ctx.ts'

/** What the desk keeps of somebody who works at it, for handing it out. */
export async function listDeskForExport(db: Database, personId: string) {
  const drafts = await db
    .selectFrom('desk_seats')
    .select(['request_id', 'draft', 'seen_at'])
    .where('person_id', '=', personId)
    .execute()
  const watched = await db
    .selectFrom('request_watchers')
    .select(['request_id', 'at'])
    .where('person_id', '=', personId)
    .execute()
  const deskViews = await db
    .selectFrom('desk_views')
    .select(['name', 'filter', 'created_at'])
    .where('owner_id', '=', personId)
    .execute()
  const skills = await db
    .selectFrom('desk_agents')
    .select(['types', 'langs', 'capacity', 'away_until'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const templates = await db
    .selectFrom('desk_templates')
    .select(['name', 'bodies', 'changed_at'])
    .where('owner_id', '=', personId)
    .execute()
  const macros = await db
    .selectFrom('desk_macros')
    .select(['name', 'steps', 'changed_at'])
    .where('owner_id', '=', personId)
    .execute()
  return { drafts, watched, deskViews, templates, macros, skills: skills ?? null }
}

/** Takes somebody out of the desk; what they have done to requests stays in the timeline without them. */
export async function eraseAtDesk(db: Database, personId: string): Promise<void> {
  await db.deleteFrom('desk_seats').where('person_id', '=', personId).execute()
  await db.deleteFrom('request_watchers').where('person_id', '=', personId).execute()
  await db.deleteFrom('desk_views').where('owner_id', '=', personId).execute()
  await db.deleteFrom('desk_templates').where('owner_id', '=', personId).execute()
  await db.deleteFrom('desk_macros').where('owner_id', '=', personId).execute()
  await db.deleteFrom('desk_agents').where('person_id', '=', personId).execute()
  await db.updateTable('request_merges').set({ by_id: null }).where('by_id', '=', personId).execute()
  await db.updateTable('request_merges').set({ assignee_id: null }).where('assignee_id', '=', personId).execute()
  await db.updateTable('known_errors').set({ raised_by: null }).where('raised_by', '=', personId).execute()
}
