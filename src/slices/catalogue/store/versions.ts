import { sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import { Definition } from '../content.ts'
import { priceKindOf, type ServiceState } from '../rules.ts'

export async function isKeyTaken(db: Database, key: string): Promise<boolean> {
  return (await db.selectFrom('services').select('id').where('key', '=', key).executeTakeFirst()) !== undefined
}

/** Adds a service with its first version. */
export async function insertService(
  ctx: Ctx,
  service: { key: string; position: number; definition: Definition; note?: string },
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('services')
    .values({
      key: service.key,
      position: service.position,
      changed_at: ctx.now(),
      created_at: ctx.now(),
      ...mirrored(service.definition),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(ctx, id, 1, service.definition, service.note)
  return id
}

/** Writes the next version. Readers keep the published one; what nobody has published yet shows the newest. */
export async function addVersion(
  ctx: Ctx,
  service: { id: string; newestVersion: number; publishedVersion: number | null },
  definition: Definition,
  note?: string,
): Promise<number> {
  const version = service.newestVersion + 1
  await insertVersion(ctx, service.id, version, definition, note)
  await ctx.db
    .updateTable('services')
    .set({
      newest_version: version,
      changed_at: ctx.now(),
      ...(service.publishedVersion === null ? mirrored(definition) : {}),
    })
    .where('id', '=', service.id)
    .execute()
  return version
}

/** Puts a version in front of readers. */
export async function publishVersion(ctx: Ctx, id: string, version: number, definition: Definition): Promise<void> {
  await ctx.db
    .updateTable('services')
    .set({ state: 'published', published_version: version, changed_at: ctx.now(), ...mirrored(definition) })
    .where('id', '=', id)
    .execute()
}

export async function setServiceState(ctx: Ctx, id: string, state: ServiceState): Promise<void> {
  await ctx.db.updateTable('services').set({ state, changed_at: ctx.now() }).where('id', '=', id).execute()
}

export async function setPosition(db: Database, id: string, position: number): Promise<void> {
  await db.updateTable('services').set({ position }).where('id', '=', id).execute()
}

/** The last 50 versions, newest first, with who made them. */
export async function listVersions(db: Database, id: string) {
  return db
    .selectFrom('service_versions as v')
    .leftJoin('persons as p', 'p.id', 'v.changed_by')
    .select(['v.version', 'v.note', 'v.changed_at', 'p.name as changed_by'])
    .where('v.service_id', '=', id)
    .orderBy('v.version', 'desc')
    .limit(50)
    .execute()
}

export async function findVersion(db: Database, id: string, version: number): Promise<Definition | undefined> {
  const row = await db
    .selectFrom('service_versions')
    .select('definition')
    .where('service_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && Definition.parse(row.definition)
}

/** A place after the last service. */
export async function nextPosition(db: Database): Promise<number> {
  const row = await db
    .selectFrom('services')
    .select(sql<number>`coalesce(max(position), 0) + 10`.as('next'))
    .executeTakeFirstOrThrow()
  return row.next
}

async function insertVersion(ctx: Ctx, id: string, version: number, definition: Definition, note = '') {
  await ctx.db
    .insertInto('service_versions')
    .values({
      service_id: id,
      version,
      definition: JSON.stringify(definition),
      note: note || null,
      changed_by: ctx.actor.personId,
      changed_at: ctx.now(),
    })
    .execute()
}

function mirrored(definition: Definition) {
  return {
    definition: JSON.stringify(definition),
    category_id: definition.categoryId,
    portals: sql`${definition.portals}::text[]` as never,
    audience_id: definition.audienceId,
    refusal_shown: definition.refusalShown,
    owner_id: definition.ownerId,
    price_kind: priceKindOf(definition.price),
  }
}
