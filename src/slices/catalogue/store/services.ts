import { type RawBuilder, sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import { Definition } from '../content.ts'
import type { PriceKind, ServiceState, Status } from '../rules.ts'
import { editable, meant, orderable, statusOf, visible } from './visible.ts'

/** A service as readers get it: its published version. */
export interface Service {
  id: string
  key: string
  version: number
  definition: Definition
  category: { id: string; key: string; titles: unknown } | null
  status: Status
  mayOrder: boolean
  position: number
  changedAt: Date
}

interface Row extends Omit<Service, 'definition' | 'category'> {
  definition: unknown
  categoryId: string | null
  categoryKey: string | null
  categoryTitles: unknown
}

/** By what a list is narrowed. */
export interface Narrowed {
  category?: string | undefined
  price?: PriceKind | undefined
  status?: Status | undefined
  /** Only what the actor may order. */
  orderable?: boolean | undefined
  ids?: readonly string[] | undefined
}

/** Services that the actor may see, in the order of the catalogue; with `ids`, in that order. */
export async function listVisible(
  ctx: Ctx,
  narrowed: Narrowed,
  page: { after: { position: number; key: string } | null; limit: number },
): Promise<Service[]> {
  const after = page.after ? sql`(s.position, s.key) > (${page.after.position}, ${page.after.key})` : sql`true`
  const order = narrowed.ids ? sql`array_position(${[...narrowed.ids]}::uuid[], s.id)` : sql`s.position, s.key`
  const { rows } = await sql<Row>`${columns(ctx)} where ${visible(ctx)} and ${narrowedTo(ctx, narrowed)} and ${after}
    order by ${order} limit ${page.limit}`.execute(ctx.db)
  return rows.map(serviceOf)
}

/** How many services there are of each kind that a list can be narrowed by. */
export async function countVisible(ctx: Ctx, narrowed: Narrowed) {
  const { rows } = await sql<{
    category: string | null
    price: PriceKind
    status: Status
    mayOrder: boolean
    services: number
  }>`select c.key as category, s.price_kind as price, ${statusOf(ctx)} as status, ${meant(ctx)} as "mayOrder", count(*)::int as services
    from services s left join service_categories c on c.id = s.category_id
    where ${visible(ctx)} and ${narrowedTo(ctx, narrowed)} group by 1, 2, 3, 4`.execute(ctx.db)
  return rows
}

/** A service that the actor may see, by its key. */
export async function findVisible(ctx: Ctx, key: string): Promise<Service | undefined> {
  return one(ctx, sql`s.key = ${key} and ${visible(ctx)}`)
}

/** A service that the actor may order, by its key. */
export async function findOrderable(ctx: Ctx, key: string): Promise<Service | undefined> {
  return one(ctx, sql`s.key = ${key} and ${orderable(ctx)}`)
}

/** Those of some services that the actor may order, by id. */
export async function listOrderable(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Service>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`${columns(ctx)} where s.id = any(${[...ids]}::uuid[]) and ${orderable(ctx)}`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, serviceOf(row)]))
}

/** Whether the actor may see a service in any portal: addresses of files stand outside of portals. */
export async function isSeenSomewhere(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from services s
    where s.id = ${id}::uuid and ((s.state = 'published' and (s.refusal_shown or ${meant(ctx)})) or ${editable(ctx)})`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** Published services after one of them, for the search index. */
export async function listPublished(ctx: Ctx, after: string | null, limit: number): Promise<Service[]> {
  const { rows } =
    await sql<Row>`${columns(ctx)} where s.state = 'published' and s.id > ${after ?? NIL}::uuid order by s.id limit ${limit}`.execute(
      ctx.db,
    )
  return rows.map(serviceOf)
}

/** Published ones of these, or of a category, for the search index. */
export async function listPublishedOf(
  ctx: Ctx,
  which: { ids: readonly string[] } | { category: string },
): Promise<Service[]> {
  const of = 'ids' in which ? sql`s.id = any(${[...which.ids]}::uuid[])` : sql`s.category_id = ${which.category}::uuid`
  const { rows } = await sql<Row>`${columns(ctx)} where s.state = 'published' and ${of}`.execute(ctx.db)
  return rows.map(serviceOf)
}

const NIL = '00000000-0000-0000-0000-000000000000'

async function one(ctx: Ctx, which: RawBuilder<unknown>): Promise<Service | undefined> {
  const { rows } = await sql<Row>`${columns(ctx)} where ${which}`.execute(ctx.db)
  return rows[0] && serviceOf(rows[0])
}

function columns(ctx: Ctx) {
  return sql`select s.id, s.key, s.published_version as version, s.definition, s.position, s.changed_at as "changedAt",
      c.id as "categoryId", c.key as "categoryKey", c.titles as "categoryTitles",
      ${statusOf(ctx)} as status, ${meant(ctx)} as "mayOrder"
    from services s left join service_categories c on c.id = s.category_id`
}

function narrowedTo(ctx: Ctx, { category, price, status, orderable: only, ids }: Narrowed): RawBuilder<unknown> {
  const conditions = [
    category && sql`c.key = ${category}`,
    price && sql`s.price_kind = ${price}`,
    status && sql`${statusOf(ctx)} = ${status}`,
    only && meant(ctx),
    ids && sql`s.id = any(${[...ids]}::uuid[])`,
  ].filter((one) => one !== undefined && one !== '' && one !== false) as RawBuilder<unknown>[]
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}

function serviceOf({ definition, categoryId, categoryKey, categoryTitles, ...row }: Row): Service {
  return {
    ...row,
    definition: Definition.parse(definition),
    category: categoryId && categoryKey ? { id: categoryId, key: categoryKey, titles: categoryTitles } : null,
  }
}

/** A service as those see it who edit it: the newest version, published or not. */
export interface EditedService {
  id: string
  key: string
  state: ServiceState
  newestVersion: number
  publishedVersion: number | null
  position: number
  definition: Definition
  changedAt: Date
}

/** A service that the actor may edit; `lock` keeps others from changing it until the command is done. */
export async function findEditable(
  ctx: Ctx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<EditedService | undefined> {
  const { rows } = await sql<EditedService>`
    select s.id, s.key, s.state, s.newest_version as "newestVersion", s.published_version as "publishedVersion", s.position,
      v.definition, s.changed_at as "changedAt"
    from services s join service_versions v on v.service_id = s.id and v.version = s.newest_version
    where s.id = ${id}::uuid and ${editable(ctx)} ${options.lock ? sql`for update of s` : sql``}`.execute(ctx.db)
  return rows[0] && { ...rows[0], definition: Definition.parse(rows[0].definition) }
}

/** Services that the actor may edit, in the order of the catalogue. */
export async function listEditable(
  ctx: Ctx,
  page: { after: { position: number; key: string } | null; limit: number; search?: string | undefined },
) {
  const after = page.after ? sql`(s.position, s.key) > (${page.after.position}, ${page.after.key})` : sql`true`
  const search = page.search
    ? sql`(s.key ilike ${`%${escapeLike(page.search)}%`} or (v.definition -> 'texts')::text ilike ${`%${escapeLike(page.search)}%`})`
    : sql`true`
  const { rows } = await sql<EditedService & { status: Status; ownerName: string | null }>`
    select s.id, s.key, s.state, s.newest_version as "newestVersion", s.published_version as "publishedVersion", s.position,
      v.definition, s.changed_at as "changedAt", ${statusOf(ctx)} as status, p.name as "ownerName"
    from services s join service_versions v on v.service_id = s.id and v.version = s.newest_version
    left join persons p on p.id = s.owner_id
    where ${editable(ctx)} and ${after} and ${search} order by s.position, s.key limit ${page.limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, definition: Definition.parse(row.definition) }))
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** Id of a published service by its key. */
export async function findIdByKey(db: Database, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('services')
    .select('id')
    .where('key', '=', key)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.id
}
