import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Definition } from '../definition.ts'

type Texts = Partial<Record<string, string>>

/** What is kept about a flow beside its definition. */
export interface Properties {
  icon: string
  topic: Texts
  position: number
  audience_id: string | null
  portals: string[]
}

/** A flow as its editors work on it. */
export interface KeptFlow extends Properties {
  id: string
  key: string
  draft: Definition
  draft_revision: number
  version: number | null
  changed_at: Date
}

/** A flow for its editors, whoever it is meant for: writing guided help is a permission of its own. */
export async function findKept(ctx: Ctx, key: string, options: { lock?: boolean } = {}): Promise<KeptFlow | undefined> {
  const row = await ctx.db
    .selectFrom('flows')
    .select([
      'id',
      'key',
      'icon',
      'topic',
      'position',
      'audience_id',
      'portals',
      'draft',
      'draft_revision',
      'version',
      'changed_at',
    ])
    .where('key', '=', key)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  return row && { ...row, topic: row.topic as Texts, draft: Definition.parse(row.draft) }
}

/** A flow in the list of its editors. */
export interface KeptItem {
  id: string
  key: string
  title: Texts
  topic: Texts
  position: number
  version: number | null
  is_ahead: boolean
  changed_at: Date
  begun: number
  helped: number
  not_helped: number
}

/** All flows, in the order of the portal, with the figures of the version that people get. */
export async function listKept(
  ctx: Ctx,
  after: { position: number; key: string } | null,
  limit: number,
): Promise<KeptItem[]> {
  const { rows } = await sql<KeptItem>`
    select f.id, f.key, f.draft->'title' as title, f.topic, f.position, f.version, f.changed_at,
      (v.definition is not null and v.definition <> f.draft) as is_ahead,
      coalesce(m.begun, 0)::int as begun, coalesce(m.helped, 0)::int as helped, coalesce(m.not_helped, 0)::int as not_helped
    from flows f
    left join flow_versions v on v.flow_id = f.id and v.version = f.version
    left join lateral (
      select sum(moves) filter (where from_step = '') as begun, sum(moves) filter (where to_step = ':helped') as helped,
        sum(moves) filter (where to_step = ':not-helped') as not_helped
      from flow_moves where flow_id = f.id and version = f.version
    ) m on true
    where ${after ? sql`(f.position, f.key) > (${after.position}::int, ${after.key}::text)` : sql`true`}
    order by f.position, f.key limit ${limit}`.execute(ctx.db)
  return rows
}

/** Adds a flow; refuses when its key is taken. */
export async function insertFlow(ctx: Ctx, flow: Properties & { key: string; draft: Definition }): Promise<string> {
  const row = await ctx.db
    .insertInto('flows')
    .values({
      ...flow,
      topic: JSON.stringify(flow.topic),
      draft: JSON.stringify(flow.draft),
      changed_at: ctx.now(),
      changed_by: ctx.actor.personId,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw refuse.field('key', 'flows.key.taken')
  return row.id
}

/** Puts a changed draft in place; gives its revision. */
export async function updateDraft(ctx: Ctx, id: string, draft: Definition): Promise<number> {
  const row = await ctx.db
    .updateTable('flows')
    .set((eb) => ({
      draft: JSON.stringify(draft),
      draft_revision: eb('draft_revision', '+', 1),
      changed_at: ctx.now(),
      changed_by: ctx.actor.personId,
    }))
    .where('id', '=', id)
    .returning('draft_revision')
    .executeTakeFirstOrThrow()
  return row.draft_revision
}

export async function updateProperties(ctx: Ctx, id: string, { topic, ...rest }: Properties) {
  await ctx.db
    .updateTable('flows')
    .set({ ...rest, topic: JSON.stringify(topic), changed_at: ctx.now(), changed_by: ctx.actor.personId })
    .where('id', '=', id)
    .execute()
}

/** Makes a definition what people get; gives the number of its version. */
export async function publish(ctx: Ctx, id: string, definition: Definition, note: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into flow_versions (flow_id, version, definition, note, published_at, published_by)
    select ${id}, coalesce(max(version), 0) + 1, ${JSON.stringify(definition)}::jsonb, ${note}, ${ctx.now()}, ${ctx.actor.personId}
    from flow_versions where flow_id = ${id} returning version`.execute(ctx.db)
  const version = (rows[0] as { version: number }).version
  await ctx.db.updateTable('flows').set({ version, changed_at: ctx.now() }).where('id', '=', id).execute()
  return version
}

/** Takes a flow from people; journeys under way go on. */
export async function withdraw(ctx: Ctx, id: string) {
  await ctx.db.updateTable('flows').set({ version: null, changed_at: ctx.now() }).where('id', '=', id).execute()
}

export async function deleteFlow(ctx: Ctx, id: string) {
  await ctx.db.deleteFrom('flows').where('id', '=', id).execute()
}

/** What was published, newest first; at most 100. */
export async function listVersions(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('flow_versions')
    .select(['version', 'note', 'published_at', 'published_by'])
    .where('flow_id', '=', id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
}

export async function findVersion(ctx: Ctx, id: string, version: number): Promise<Definition | undefined> {
  const row = await ctx.db
    .selectFrom('flow_versions')
    .select('definition')
    .where('flow_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && Definition.parse(row.definition)
}
