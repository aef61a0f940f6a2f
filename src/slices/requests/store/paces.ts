import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Priority } from '../rules.ts'

/** How long cases of a kind and priority took, in minutes of business hours. */
export interface Pace {
  cases: number
  /** Half of them were solved within so many minutes. */
  half: number
  /** 85 of 100 were. */
  most: number
}

/** Of cases like this one: of its team where there are enough of those, else of all. */
export async function findPace(
  db: Database,
  like: { type: string; priority: Priority; team_id: string | null },
): Promise<Pace | undefined> {
  return db
    .selectFrom('request_paces')
    .select(['cases', 'half', 'most'])
    .where('type', '=', like.type)
    .where('priority', '=', like.priority)
    .where((eb) => eb.or([eb('team_id', 'is', null), eb('team_id', '=', like.team_id)]))
    .orderBy('team_id', (order) => order.asc().nullsLast())
    .limit(1)
    .executeTakeFirst()
}

/** Works out the pace of every kind and priority, of all teams and of each, from its latest cases; too few of them say nothing. */
export async function workOutPaces(
  db: Database,
  { fewest, latest, since }: { fewest: number; latest: number; since: Date },
  now: Date,
): Promise<void> {
  await db.deleteFrom('request_paces').execute()
  const pace = sql`count(*), percentile_cont(0.5) within group (order by h.worked_minutes),
    percentile_cont(0.85) within group (order by h.worked_minutes), ${now}::timestamptz`
  const cases = (ofTeam: RawBuilder<unknown>) => sql`(
    select worked_minutes from requests
    where type = t.key and priority = p.priority and ${ofTeam} and worked_minutes is not null and solved_at > ${since}
    order by solved_at desc limit ${latest}) as h`
  await sql`
    insert into request_paces (type, priority, team_id, cases, half, most, worked_out_at)
    select t.key, p.priority, null::uuid, ${pace}
    from request_types t
    cross join generate_series(1, 4) as p (priority)
    cross join lateral ${cases(sql`true`)}
    group by t.key, p.priority
    having count(*) >= ${fewest}
    union all
    select t.key, p.priority, team.id, ${pace}
    from request_types t
    cross join generate_series(1, 4) as p (priority)
    cross join teams as team
    cross join lateral ${cases(sql`team_id = team.id`)}
    group by t.key, p.priority, team.id
    having count(*) >= ${fewest}`.execute(db)
}
