import type { Database } from '../../../kernel/ctx.ts'
import { PortalDefinition } from '../portal-definition.ts'

/** What administrators have set for a portal, by its key. */
export async function findPortalDefinition(db: Database, key: string): Promise<PortalDefinition | undefined> {
  const row = await db.selectFrom('portals').select('definition').where('key', '=', key).executeTakeFirst()
  return row ? PortalDefinition.parse(row.definition) : undefined
}

export async function listPortalRows(db: Database) {
  return db
    .selectFrom('portals')
    .selectAll()
    .orderBy('is_default', 'desc')
    .orderBy('position')
    .orderBy('key')
    .limit(100)
    .execute()
}

export async function findPortal(db: Database, key: string) {
  return db.selectFrom('portals').selectAll().where('key', '=', key).executeTakeFirst()
}

/** Path in front of the language for addresses of a portal: empty for the default one. */
export async function findPortalBase(db: Database, key: string): Promise<string> {
  const row = await db.selectFrom('portals').select('is_default').where('key', '=', key).executeTakeFirst()
  return !row || row.is_default ? '' : `/${key}`
}

export interface PortalContent {
  definition: PortalDefinition
  entryAudienceId: string | null
  logoFileId: string | null
}

export async function insertPortal(
  db: Database,
  key: string,
  position: number,
  content: PortalContent,
  by: string | null,
): Promise<string> {
  const { id } = await db
    .insertInto('portals')
    .values({ key, position, ...columns(content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(db, id, 1, content, by)
  return id
}

/** Writes the next version of a portal, unless somebody else has meanwhile: then gives false. */
export async function updatePortal(
  db: Database,
  id: string,
  known: number,
  content: PortalContent,
  by: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('portals')
    .set({ ...columns(content), version: known + 1 })
    .where('id', '=', id)
    .where('version', '=', known)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await insertVersion(db, id, known + 1, content, by)
  return true
}

/** Gives the default portal another key; for setting up and for the demonstration. */
export async function renameDefaultPortal(db: Database, key: string): Promise<void> {
  await db.updateTable('portals').set({ key }).where('is_default', '=', true).execute()
}

/** Makes this portal the one whose addresses carry no key. */
export async function setDefaultPortal(db: Database, id: string): Promise<void> {
  await db.updateTable('portals').set({ is_default: false }).where('is_default', '=', true).execute()
  await db.updateTable('portals').set({ is_default: true }).where('id', '=', id).execute()
}

export async function listPortalVersions(db: Database, id: string) {
  return db
    .selectFrom('portal_versions as v')
    .leftJoin('persons as p', 'p.id', 'v.changed_by')
    .select([
      'v.version',
      'v.definition',
      'v.entry_audience_id',
      'v.logo_file_id',
      'v.changed_at',
      'p.name as changed_by',
    ])
    .where('v.portal_id', '=', id)
    .orderBy('v.version', 'desc')
    .limit(50)
    .execute()
}

export async function findPortalVersion(db: Database, id: string, version: number): Promise<PortalContent | undefined> {
  const row = await db
    .selectFrom('portal_versions')
    .select(['definition', 'entry_audience_id', 'logo_file_id'])
    .where('portal_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return (
    row && {
      definition: PortalDefinition.parse(row.definition),
      entryAudienceId: row.entry_audience_id,
      logoFileId: row.logo_file_id,
    }
  )
}

export async function deletePortal(db: Database, id: string): Promise<void> {
  await db.deleteFrom('portals').where('id', '=', id).execute()
}

async function insertVersion(
  db: Database,
  id: string,
  version: number,
  content: PortalContent,
  by: string | null,
): Promise<void> {
  await db
    .insertInto('portal_versions')
    .values({ portal_id: id, version, ...columns(content), changed_by: by })
    .execute()
}

function columns({ definition, entryAudienceId, logoFileId }: PortalContent) {
  return { definition: JSON.stringify(definition), entry_audience_id: entryAudienceId, logo_file_id: logoFileId }
}

/** Whether one of these hosts leads to another portal already. */
export async function hostTaken(db: Database, hosts: readonly string[], exceptId: string | null): Promise<boolean> {
  if (hosts.length === 0) return false
  const rows = await listPortalRows(db)
  return rows.some(
    (row) => row.id !== exceptId && PortalDefinition.parse(row.definition).hosts.some((host) => hosts.includes(host)),
  )
}
