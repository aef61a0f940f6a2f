import type { Database } from '../../../kernel/ctx.ts'
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
  'form_key as formKey',
  'team_id as team',
  'state_words as stateWords',
  'matrix',
  'priority',
  'targets',
  'reopen_days as reopenDays',
] as const

/** A kind of request with its version, which grows with every change. */
export type KeptType = RequestType & { version: number }

export async function findType(db: Database, key: string): Promise<KeptType | undefined> {
  const row = await db
    .selectFrom('request_types')
    .select(COLUMNS)
    .select('version')
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
