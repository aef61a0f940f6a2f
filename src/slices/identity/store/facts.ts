import { sql } from 'kysely'
import type { Fact } from '../../../kernel/audience.ts'
import type { Database } from '../../../kernel/ctx.ts'

/** Every value that a fact can have or that somebody has; at most 200 of each. */
export async function listFactValues(db: Database) {
  const { rows } = await sql<{ fact: Fact; value: string; names: unknown }>`
    (select 'role' as fact, key as value, names from roles order by key limit 200)
    union all (select 'team', key, names from teams order by key limit 200)
    union all (select 'organisation', key, jsonb_build_object('de', name) from organisations order by key limit 200)
    union all (select distinct 'product', unnest(products), '{}'::jsonb from persons order by 2 limit 200)
    union all (select distinct 'place', unnest(places), '{}'::jsonb from persons order by 2 limit 200)
    union all (select distinct 'stage', unnest(stages), '{}'::jsonb from persons order by 2 limit 200)
    union all (select distinct 'tag', unnest(tags), '{}'::jsonb from persons order by 2 limit 200)`.execute(db)
  return rows
}
