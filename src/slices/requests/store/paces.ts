import { sql } from 'kysely'
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

export async function findPace(db: Database, type: string, priority: Priority): Promise<Pace | undefined> {
  return db
    .selectFrom('request_paces')
    .select(['cases', 'half', 'most'])
    .where('type', '=', type)
    .where('priority', '=', priority)
    .executeTakeFirst()
}

/** Works out the pace of every kind and priority from its latest cases; too few of them say nothing. */
export async function workOutPaces(
  db: Database,
  { fewest, latest, since }: { fewest: number; latest: number; since: Date },
  now: Date,
): Promise<void> {
  await db.deleteFrom('request_paces').execute()
  await sql`
    insert into request_paces (type, priority, cases, half, most, worked_out_at)
    select t.key, p.priority, count(*), percentile_cont(0.5) within group (order by h.worked_minutes),
      percentile_cont(0.85) within group (order by h.worked_minutes), ${now}
    from request_types t
    cross join generate_series(1, 4) as p (priority)
    cross join lateral (
      select worked_minutes from requests
      where type = t.key and priority = p.priority and worked_minutes is not null and solved_at > ${since}
      order by solved_at desc limit ${latest}
    ) as h
    group by t.key, p.priority
    having count(*) >= ${fewest}`.execute(db)
}
