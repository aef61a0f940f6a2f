import { sql } from 'kysely'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import type { Sight } from '../sight.ts'
import { seenWith } from './sight.ts'

/** What somebody at the desk can do, how much they have, and whether they get something new. */
export interface AgentRow {
  person_id: string
  types: string[]
  langs: string[]
  /** Open requests at most that are shared out to them; null: no limit. */
  capacity: number | null
  away_until: Date | null
  last_given_at: Date | null
}

export async function listAgents(db: Database, personIds: readonly string[]): Promise<AgentRow[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('desk_agents')
    .select(['person_id', 'types', 'langs', 'capacity', 'away_until', 'last_given_at'])
    .where('person_id', 'in', [...personIds])
    .execute()
}

/** Open requests by who has them, of those that may be seen; counted up to 200 each. */
export async function loadsOf(db: Database, personIds: readonly string[], sight: Sight): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; load: number }>`
    select p.id, (select count(*)::int from (
      select from requests where requests.assignee_id = p.id and requests.state in ('new', 'open', 'waiting') and ${seenWith(sight)} limit 200
    ) as counted) as load from unnest(${[...personIds]}::uuid[]) as p(id)`.execute(db)
  return new Map(rows.map((row) => [row.id, row.load]))
}

export async function putAgent(
  ctx: Ctx,
  personId: string,
  agent: Pick<AgentRow, 'types' | 'langs' | 'capacity' | 'away_until'>,
) {
  await ctx.db
    .insertInto('desk_agents')
    .values({ person_id: personId, ...agent })
    .onConflict((c) => c.column('person_id').doUpdateSet(agent))
    .execute()
}

/** Somebody was given something just now. */
export async function noteGiven(ctx: Ctx, personId: string) {
  const own = { last_given_at: ctx.now() }
  await ctx.db
    .insertInto('desk_agents')
    .values({ person_id: personId, ...own })
    .onConflict((c) => c.column('person_id').doUpdateSet(own))
    .execute()
}

/** How teams share their work out; teams that are not here do it by hand. */
export async function assignmentsOf(db: Database): Promise<Map<string, 'manual' | 'balanced'>> {
  const rows = await db.selectFrom('desk_teams').select(['team_id', 'assignment']).limit(500).execute()
  return new Map(rows.map((row) => [row.team_id, row.assignment as 'manual' | 'balanced']))
}

export async function putAssignment(db: Database, teamId: string, assignment: 'manual' | 'balanced') {
  await db
    .insertInto('desk_teams')
    .values({ team_id: teamId, assignment })
    .onConflict((c) => c.column('team_id').doUpdateSet({ assignment }))
    .execute()
}
