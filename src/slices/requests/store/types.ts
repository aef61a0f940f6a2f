import { sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { RequestType } from '../request-type.ts'

const COLUMNS = [
  'key',
  'names',
  'words',
  'icon',
  'position',
  'offered',
  'retired',
  'portals',
  'audience_id as audience',
  'anonymous',
  'confidential',
  'team_only as teamOnly',
  'form_key as formKey',
  'team_id as team',
  'state_words as stateWords',
  'matrix',
  'priority',
  'targets',
  'reopen_days as reopenDays',
] as const

/** A kind of request with its version, which grows with every change. */
export type KeptType = RequestType & {
  version: number
  /** Whether its requests are approved or fulfilled by a plan. */
  hasProcess?: boolean
}

/** A kind as it is kept in memory: for reading and writing requests, which every one of them asks for. */
export function findKnownType(ctx: Ctx, key: string): Promise<KeptType | undefined> {
  return ctx.kept(`request-type:${key}`, () => findType(ctx.db, key))
}

/** A kind as it stands in the database. */
export async function findType(db: Database, key: string): Promise<KeptType | undefined> {
  const row = await db
    .selectFrom('request_types')
    .select(COLUMNS)
    .select('version')
    .select(
      sql<boolean>`exists (select from request_type_processes p where p.type = request_types.key)`.as('hasProcess'),
    )
    .where('key', '=', key)
    .executeTakeFirst()
  return row as unknown as KeptType | undefined
}

/** All kinds in the order in which they are offered; a hundred at most. */
export async function listTypes(db: Database): Promise<KeptType[]> {
  const rows = await db
    .selectFrom('request_types')
    .select(COLUMNS)
    .select('version')
    .orderBy('position')
    .orderBy('key')
    .limit(100)
    .execute()
  return rows as unknown as KeptType[]
}

function columnsOf(type: RequestType) {
  return {
    names: JSON.stringify(type.names),
    words: JSON.stringify(type.words),
    icon: type.icon,
    position: type.position,
    offered: type.offered,
    retired: type.retired,
    portals: type.portals,
    audience_id: type.audience,
    anonymous: type.anonymous,
    confidential: type.confidential,
    team_only: type.teamOnly,
    form_key: type.formKey,
    team_id: type.team,
    state_words: JSON.stringify(type.stateWords),
    matrix: JSON.stringify(type.matrix),
    priority: type.priority,
    targets: JSON.stringify(type.targets),
    reopen_days: type.reopenDays,
  }
}

/** Adds a kind; false: there is one with this key. */
export async function insertType(db: Database, type: RequestType, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('request_types')
    .values({ key: type.key, ...columnsOf(type), changed_at: now })
    .onConflict((c) => c.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes a kind from the version that was read; false: somebody else has changed it since. */
export async function updateType(db: Database, type: RequestType, version: number, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('request_types')
    .set({ ...columnsOf(type), version: version + 1, changed_at: now })
    .where('key', '=', type.key)
    .where('version', '=', version)
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}
