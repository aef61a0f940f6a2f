import { sql } from 'kysely'
import type { Sight } from '../sight.ts'

/** Rows of `requests` that may be seen at the desk. The one predicate of every list, look-up and count there. */
export function seenWith({ teams }: Sight) {
  if (teams === null) return sql<boolean>`true`
  return sql<boolean>`(requests.type <> all (array(select key from request_types where team_only))
    or requests.team_id = any(${[...teams]}::uuid[]))`
}
