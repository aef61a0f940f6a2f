import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** A time in which somebody decides for somebody else. Days are whole; the last one is included. */
export interface Substitution {
  id: string
  person_id: string
  substitute_id: string
  from_day: string
  until_day: string
  note: string | null
  created_by: string | null
  ended_at: Date | null
}

const COLUMNS = [
  'id',
  'person_id',
  'substitute_id',
  sql<string>`from_day::text`.as('from_day'),
  sql<string>`until_day::text`.as('until_day'),
  'note',
  'created_by',
  'ended_at',
] as const

/** Names a substitute. Undefined: there is another one in that time. */
export async function insertSubstitution(
  db: Database,
  one: Pick<Substitution, 'person_id' | 'substitute_id' | 'from_day' | 'until_day' | 'note' | 'created_by'>,
): Promise<Substitution | undefined> {
  const row = await db
    .insertInto('substitutions')
    .values(one)
    .onConflict((c) => c.constraint('substitutions_one_at_a_time').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
  return row as Substitution | undefined
}

export async function findSubstitution(db: Database, id: string): Promise<Substitution | undefined> {
  const row = await db.selectFrom('substitutions').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row as Substitution | undefined
}

export async function endSubstitutionRow(db: Database, id: string, now: Date): Promise<void> {
  await db.updateTable('substitutions').set({ ended_at: now }).where('id', '=', id).execute()
}

/** Where somebody is substituted, or substitutes; those of today and later, the next one first. */
export async function listSubstitutionsOf(db: Database, personId: string, today: string): Promise<Substitution[]> {
  const rows = await db
    .selectFrom('substitutions')
    .select(COLUMNS)
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('substitute_id', '=', personId)]))
    .where('ended_at', 'is', null)
    .where('until_day', '>=', sql<string>`${today}::date` as never)
    .orderBy('from_day')
    .limit(50)
    .execute()
  return rows as Substitution[]
}

/** Who decides for whom today: person → substitute. */
export async function substitutesOf(
  db: Database,
  personIds: readonly string[],
  today: string,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('substitutions as s')
    .innerJoin('persons as p', 'p.id', 's.substitute_id')
    .select(['s.person_id', 's.substitute_id'])
    .where('s.person_id', 'in', [...new Set(personIds)])
    .where('s.ended_at', 'is', null)
    .where('p.state', '=', 'active')
    .where(sql<boolean>`${today}::date between s.from_day and s.until_day`)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.substitute_id]))
}

/** For whom somebody decides today. */
export async function substitutedBy(db: Database, substituteId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('substitutions')
    .select('person_id')
    .where('substitute_id', '=', substituteId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`${today}::date between from_day and until_day`)
    .execute()
  return rows.map((row) => row.person_id)
}
