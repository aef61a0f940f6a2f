import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import type { MacroStep } from '../macro.ts'

/** An answer written beforehand, by language. */
export interface Template {
  id: string
  name: string
  bodies: Partial<Record<string, string>>
  team_id: string | null
}

/** Several steps at one stroke. */
export interface Macro {
  id: string
  name: string
  steps: MacroStep[]
  team_id: string | null
}

/** What a team and everybody has written beforehand, by name. Null: of all teams. At most 200. */
export async function listTemplates(db: Database, teams: readonly string[] | null): Promise<Template[]> {
  const rows = await db
    .selectFrom('desk_templates')
    .select(['id', 'name', 'bodies', 'team_id'])
    .$if(teams !== null, (q) =>
      q.where((eb) => eb.or([eb('team_id', 'is', null), ...(teams?.length ? [eb('team_id', 'in', [...teams])] : [])])),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as Template[]
}

export async function findTemplate(db: Database, id: string): Promise<Template | undefined> {
  const row = await db
    .selectFrom('desk_templates')
    .select(['id', 'name', 'bodies', 'team_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Template | undefined
}

/** Adds a template, or changes the one with this id. Gives its id; undefined when there is none to change. */
export async function putTemplate(ctx: Ctx, id: string | null, own: Omit<Template, 'id'>): Promise<string | undefined> {
  const values = { ...own, bodies: JSON.stringify(own.bodies), changed_at: ctx.now() }
  const row = await (id === null
    ? ctx.db.insertInto('desk_templates').values(values).returning('id').executeTakeFirst()
    : ctx.db.updateTable('desk_templates').set(values).where('id', '=', id).returning('id').executeTakeFirst())
  return row?.id
}

export async function deleteTemplate(db: Database, id: string): Promise<boolean> {
  return (await db.deleteFrom('desk_templates').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
}

export async function listMacros(db: Database, teams: readonly string[] | null): Promise<Macro[]> {
  const rows = await db
    .selectFrom('desk_macros')
    .select(['id', 'name', 'steps', 'team_id'])
    .$if(teams !== null, (q) =>
      q.where((eb) => eb.or([eb('team_id', 'is', null), ...(teams?.length ? [eb('team_id', 'in', [...teams])] : [])])),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as unknown as Macro[]
}

export async function findMacro(db: Database, id: string): Promise<Macro | undefined> {
  const row = await db
    .selectFrom('desk_macros')
    .select(['id', 'name', 'steps', 'team_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as unknown as Macro | undefined
}

/** Adds a macro, or changes the one with this id. Gives its id; undefined when there is none to change. */
export async function putMacro(ctx: Ctx, id: string | null, own: Omit<Macro, 'id'>): Promise<string | undefined> {
  const values = { ...own, steps: JSON.stringify(own.steps), changed_at: ctx.now() }
  const row = await (id === null
    ? ctx.db.insertInto('desk_macros').values(values).returning('id').executeTakeFirst()
    : ctx.db.updateTable('desk_macros').set(values).where('id', '=', id).returning('id').executeTakeFirst())
  return row?.id
}

export async function deleteMacro(db: Database, id: string): Promise<boolean> {
  return (await db.deleteFrom('desk_macros').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
}
