import { sql } from 'kysely'
import { isTeamOnly } from '../../store/visible.ts'
import type { Sight } from '../sight.ts'

/** Rows of `requests` that may be seen at the desk. The one predicate of every list, look-up and count there. */
export function seenWith({ me, teams, all }: Sight) {
  if (all) return sql<boolean>`true`
  const own = sql`${[...teams]}::uuid[]`
  return sql<boolean>`(not ${isTeamOnly} or requests.assignee_id = ${me}::uuid or requests.team_id = any(${own})
    or requests.type in (select key from request_types where team_id = any(${own})))`
}
