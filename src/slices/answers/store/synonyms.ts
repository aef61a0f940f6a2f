import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { cutPage, decodeCursor } from '../../../kernel/paging.ts'
import type { SynonymSet } from '../../../kernel/search.ts'

/** More than an editor will ever keep; a bound for the index. */
const MOST_SETS = 5000

/** Every set, for the search index. */
export async function allSynonyms(ctx: Ctx): Promise<SynonymSet[]> {
  const rows = await ctx.db
    .selectFrom('synonym_sets')
    .select(['lang', 'words'])
    .orderBy('id')
    .limit(MOST_SETS)
    .execute()
  return rows.map(({ lang, words }) => (lang ? { lang, words } : { words }))
}

export async function listSynonyms(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  let query = ctx.db
    .selectFrom('synonym_sets')
    .select(['id', 'lang', 'words', 'changed_at'])
    // A cursor carries milliseconds: sorting by anything finer would show rows twice.
    .orderBy(sql`date_trunc('milliseconds', changed_at)`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2)
    query = query.where(
      sql<boolean>`(date_trunc('milliseconds', changed_at), id) < (${new Date(Number(at))}::timestamptz, ${String(id)}::uuid)`,
    )
  }
  return cutPage(await query.execute(), limit, (row) => [row.changed_at.getTime(), row.id])
}

export async function insertSynonyms(ctx: Ctx, set: { lang: Lang | null; words: string[] }): Promise<string> {
  const row = await ctx.db
    .insertInto('synonym_sets')
    .values({ ...set, changed_at: ctx.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** @returns whether there was such a set */
export async function updateSynonyms(
  ctx: Ctx,
  id: string,
  set: { lang: Lang | null; words: string[] },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('synonym_sets')
    .set({ ...set, changed_at: ctx.now() })
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** @returns whether there was such a set */
export async function deleteSynonyms(ctx: Ctx, id: string): Promise<boolean> {
  const done = await ctx.db.deleteFrom('synonym_sets').where('id', '=', id).executeTakeFirst()
  return done.numDeletedRows > 0n
}
