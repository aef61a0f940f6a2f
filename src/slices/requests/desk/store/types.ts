import type { Database } from '../../../../kernel/ctx.ts'

/** Kinds of requests by place, with their names by language; at most 200. */
export async function listTypeNames(db: Database): Promise<{ key: string; names: Record<string, string> }[]> {
  const rows = await db
    .selectFrom('request_types')
    .select(['key', 'names'])
    .where('retired', '=', false)
    .orderBy('position')
    .orderBy('key')
    .limit(200)
    .execute()
  return rows as { key: string; names: Record<string, string> }[]
}
