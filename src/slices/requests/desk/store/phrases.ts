import { type Expression, type ExpressionBuilder, type InsertObject, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../../generated/tables.ts'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import type { Leading } from '../leading.ts'
import type { MacroStep } from '../macro.ts'
import type { Held } from '../phrase-holder.ts'

/** An answer written beforehand, by language. */
export interface Template extends Held {
  id: string
  name: string
  bodies: Partial<Record<string, string>>
}

/** Several steps at one stroke. */
export interface Macro extends Held {
  id: string
  name: string
  steps: MacroStep[]
}

/** Whose templates and macros somebody works with: their own, and what is shared with these teams and everybody. Null: with all teams. */
interface Reader {
  personId: string | null
  teams: readonly string[] | null
}

type Phrases = 'desk_templates' | 'desk_macros'
const MOST = 200

/** What somebody works with, by name; at most 200. */
export async function listTemplates(db: Database, reader: Reader): Promise<Template[]> {
  const rows = await db
    .selectFrom('desk_templates')
    .select(['id', 'name', 'bodies', 'owner_id', 'team_id'])
    .where((eb) => usableBy(eb, reader))
    .orderBy('name')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows as Template[]
}

export async function listMacros(db: Database, reader: Reader): Promise<Macro[]> {
  const rows = await db
    .selectFrom('desk_macros')
    .select(['id', 'name', 'steps', 'owner_id', 'team_id'])
    .where((eb) => usableBy(eb, reader))
    .orderBy('name')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows as unknown as Macro[]
}

/** A template that is one's own or shared; undefined when it is somebody else's. */
export async function findTemplate(ctx: Ctx, id: string): Promise<Template | undefined> {
  const row = await ctx.db
    .selectFrom('desk_templates')
    .select(['id', 'name', 'bodies', 'owner_id', 'team_id'])
    .where('id', '=', id)
    .where((eb) => usableBy(eb, { personId: ctx.actor.personId, teams: null }))
    .executeTakeFirst()
  return row as Template | undefined
}

export async function findMacro(ctx: Ctx, id: string): Promise<Macro | undefined> {
  const row = await ctx.db
    .selectFrom('desk_macros')
    .select(['id', 'name', 'steps', 'owner_id', 'team_id'])
    .where('id', '=', id)
    .where((eb) => usableBy(eb, { personId: ctx.actor.personId, teams: null }))
    .executeTakeFirst()
  return row as unknown as Macro | undefined
}

/** Adds a template, or changes the one with this id. Gives its id; undefined when there is none that this person may change. */
export function putTemplate(ctx: Ctx, id: string | null, { bodies, ...own }: Omit<Template, 'id'>, leading: Leading) {
  return putPhrase(
    ctx.db,
    'desk_templates',
    id,
    { ...own, bodies: JSON.stringify(bodies), changed_at: ctx.now() },
    leading,
  )
}

/** The same for a macro. */
export function putMacro(ctx: Ctx, id: string | null, { steps, ...own }: Omit<Macro, 'id'>, leading: Leading) {
  return putPhrase(ctx.db, 'desk_macros', id, { ...own, steps: JSON.stringify(steps), changed_at: ctx.now() }, leading)
}

async function putPhrase<T extends Phrases>(
  db: Database,
  table: T,
  id: string | null,
  values: InsertObject<Tables, T>,
  leading: Leading,
): Promise<string | undefined> {
  const row = await (id === null
    ? db
        .insertInto(table as Phrases)
        .values(values as never)
        .returning('id')
        .executeTakeFirst()
    : db
        .updateTable(table as Phrases)
        .set(values as never)
        .where('id', '=', id)
        .where(changeableBy(leading))
        .returning('id')
        .executeTakeFirst())
  return row?.id
}

/** Removes one; false when there is none that this person may change. */
export async function deletePhrase(db: Database, table: Phrases, id: string, leading: Leading): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom(table)
    .where('id', '=', id)
    .where(changeableBy(leading))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Rows that somebody works with: their own, and what is shared with them. */
function usableBy(eb: ExpressionBuilder<Tables, Phrases>, { personId, teams }: Reader): Expression<SqlBool> {
  const shared = eb('owner_id', 'is', null)
  const withThem = teams && eb.or([eb('team_id', 'is', null), sql<boolean>`team_id = any(${[...teams]}::uuid[])`])
  return eb.or([
    ...(personId === null ? [] : [eb('owner_id', '=', personId)]),
    withThem ? eb.and([shared, withThem]) : shared,
  ])
}

/** Rows that somebody may change: their own, and what they lead. The same as `mayChange` in memory. */
function changeableBy({ personId, shared, teams }: Leading) {
  return sql<boolean>`(case
    when owner_id is not null then owner_id = ${personId}::uuid
    when team_id is null then ${shared}
    else ${teams === null} or team_id = any(${[...(teams ?? [])]}::uuid[]) end)`
}
