import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../rules.ts'

/** Whom to look for among people of the same organisations. */
interface Wanted {
  /** Keys of organisations; null: of all, for who manages people. */
  organisations: readonly string[] | null
  search?: string
  ids?: readonly string[]
  limit: number
}

/** Active people of organisations by name, with the names of their teams. */
export async function listChoosable(
  db: Database,
  { organisations, search = '', ids, limit }: Wanted,
): Promise<{ id: string; name: string; teams: Texts[] }[]> {
  if (organisations?.length === 0 || ids?.length === 0) return []
  return db
    .selectFrom('persons as p')
    .select(['p.id', 'p.name'])
    .select(
      sql<Texts[]>`array(select t.names from team_members m join teams t on t.id = m.team_id
        where m.person_id = p.id order by t.key limit 3)`.as('teams'),
    )
    .where('p.state', '=', 'active')
    .$if(organisations !== null, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('memberships as m')
            .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
            .select('o.id')
            .whereRef('m.person_id', '=', 'p.id')
            .where('o.key', 'in', organisations ?? []),
        ),
      ),
    )
    .$if(search !== '', (q) =>
      q.where(
        sql<string>`lower(p.name)`,
        'like',
        `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
      ),
    )
    .$if(ids !== undefined, (q) => q.where('p.id', 'in', [...(ids ?? [])]))
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(limit)
    .execute()
}

/** Names of organisations by key. */
export async function organisationNamesOf(db: Database, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations')
    .select(['key', 'name'])
    .where('key', 'in', [...keys])
    .execute()
  return new Map(rows.map(({ key, name }) => [key, name]))
}
