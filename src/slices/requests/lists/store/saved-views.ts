import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** So many filters somebody may keep. */
export const MOST_VIEWS = 30

/** Filters that somebody has kept, by name. */
export async function listViews(db: Database, personId: string) {
  return db
    .selectFrom('request_views')
    .select(['id', 'name', 'filter'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .limit(MOST_VIEWS)
    .execute()
}

/** Keeps a filter under a name; one of the same name is replaced. Undefined: there are too many already. */
export async function keepView(
  db: Database,
  personId: string,
  name: string,
  filter: object,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into request_views (person_id, name, filter)
    select ${personId}, ${name}, ${JSON.stringify(filter)}::jsonb
    where (select count(*) from request_views where person_id = ${personId} and name <> ${name}) < ${MOST_VIEWS}
    on conflict (person_id, name) do update set filter = excluded.filter
    returning id`.execute(db)
  return rows[0]?.id
}

export async function deleteView(db: Database, personId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('request_views')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
