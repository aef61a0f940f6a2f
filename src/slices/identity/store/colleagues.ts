import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** Active people (`persons p`) who share an organisation or a team with somebody, without that person. */
function colleagueOf(personId: string): RawBuilder<boolean> {
  return sql<boolean>`p.state = 'active' and p.id <> ${personId}::uuid and p.id in (
    select m.person_id from memberships own join memberships m on m.organisation_id = own.organisation_id
      where own.person_id = ${personId}::uuid
    union select m.person_id from team_members own join team_members m on m.team_id = own.team_id
      where own.person_id = ${personId}::uuid)`
}

/** Colleagues by name, those whose name contains the words first looked for; at most `limit`. */
export async function listColleagueRows(db: Database, personId: string, search: string, limit: number) {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from persons p where ${colleagueOf(personId)} and lower(p.name) like ${pattern}
    order by lower(p.name), p.id limit ${limit}`.execute(db)
  return rows
}

export async function isColleagueOf(db: Database, personId: string, other: string): Promise<boolean> {
  const { rows } = await sql`select 1 from persons p where p.id = ${other}::uuid and ${colleagueOf(personId)}`.execute(
    db,
  )
  return rows.length > 0
}
