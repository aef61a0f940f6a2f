import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** A kind as lists of the desk need it. */
interface TypeName {
  key: string
  names: Record<string, string>
  /** The team that keeps it to itself. */
  keeper: string | null
}

/** Kinds of requests by place, with their names by language; at most 200. */
export async function listTypeNames(db: Database): Promise<TypeName[]> {
  const rows = await db
    .selectFrom('request_types')
    .select(['key', 'names', sql<string | null>`case when team_only then team_id end`.as('keeper')])
    .where('retired', '=', false)
    .orderBy('position')
    .orderBy('key')
    .limit(200)
    .execute()
  return rows as TypeName[]
}
