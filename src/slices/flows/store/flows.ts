import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Findable } from '../../../kernel/search.ts'
import { Definition } from '../definition.ts'
import { textsOfFlow } from '../texts.ts'
import { meant, visible } from './visible.ts'

type Texts = Partial<Record<string, string>>

/** A published flow in a list. */
export interface ListedFlow {
  id: string
  key: string
  icon: string
  topic: Texts
  position: number
  title: Texts
  lead: Texts
  published_at: Date
}

/** Published flows that the actor may use, in the order of their editors, after a place in it. */
export async function listFlows(ctx: Ctx, after: { position: number; key: string } | null, limit: number) {
  const { rows } = await sql<ListedFlow>`
    select f.id, f.key, f.icon, f.topic, f.position, v.definition->'title' as title, v.definition->'lead' as lead, v.published_at
    from flows f join flow_versions v on v.flow_id = f.id and v.version = f.version
    where ${visible(ctx)} and ${after ? sql`(f.position, f.key) > (${after.position}::int, ${after.key}::text)` : sql`true`}
    order by f.position, f.key limit ${limit}`.execute(ctx.db)
  return rows
}

/** A published flow with the definition that people get. */
export interface PublishedFlow {
  id: string
  key: string
  icon: string
  topic: Texts
  version: number
  definition: Definition
}

/** A published flow that the actor may use. */
export async function findFlowFor(ctx: Ctx, key: string): Promise<PublishedFlow | undefined> {
  const { rows } = await sql<PublishedFlow>`
    select f.id, f.key, f.icon, f.topic, f.version, v.definition
    from flows f join flow_versions v on v.flow_id = f.id and v.version = f.version
    where f.key = ${key} and ${visible(ctx)}`.execute(ctx.db)
  return rows[0] && { ...rows[0], definition: Definition.parse(rows[0].definition) }
}

/** Whether the actor may use a flow, published or no longer: for its pictures. */
export async function isMeant(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from flows f where f.id = ${id} and ${meant(ctx)}
    and exists (select 1 from flow_versions v where v.flow_id = f.id)`.execute(ctx.db)
  return rows.length > 0
}

interface FindableRow {
  id: string
  key: string
  audience_id: string | null
  portals: string[]
  definition: unknown
  published_at: Date
}

/** Published flows for the search index, ordered by id. */
export async function listFindables(ctx: Ctx, which: { after: string | null } | { id: string }, limit: number) {
  const place = 'id' in which ? sql`f.id = ${which.id}` : which.after ? sql`f.id > ${which.after}` : sql`true`
  const { rows } = await sql<FindableRow>`
    select f.id, f.key, f.audience_id, f.portals, v.definition, v.published_at
    from flows f join flow_versions v on v.flow_id = f.id and v.version = f.version
    where ${place} order by f.id limit ${limit}`.execute(ctx.db)
  return { findables: rows.flatMap(findablesOf), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}

/** One thing to find for each language that the flow is titled in. */
function findablesOf({ id, key, audience_id, portals, definition, published_at }: FindableRow): Findable[] {
  return textsOfFlow(Definition.parse(definition)).map(({ lang, title, text, headings, keywords }) => ({
    id: `flow:${id}:${lang}`,
    group: `flow:${id}`,
    kind: 'flow',
    lang,
    title,
    text,
    headings,
    keywords,
    interactive: true,
    url: `/guided-help/${key}`,
    audience: audience_id,
    externalKey: key,
    facets: { portal: portals.length > 0 ? portals : ['*'] },
    updatedAt: published_at.getTime(),
  }))
}
