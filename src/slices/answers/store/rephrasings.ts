import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** Counts that somebody asked in vain and then found an answer with other words. */
export async function countRephrasing(ctx: Ctx, failed: string, succeeded: string) {
  await ctx.db
    .insertInto('rephrasings')
    .values({ lang: ctx.lang, failed, succeeded, last_on: sql<string>`${ctx.now()}::timestamptz::date` })
    .onConflict((conflict) =>
      conflict
        .columns(['lang', 'failed', 'succeeded'])
        .doUpdateSet({ times: sql`rephrasings.times + 1`, last_on: sql`excluded.last_on` }),
    )
    .execute()
}

/** Keeps a rephrasing that was counted so often. */
export async function insertRephrasing(
  ctx: Ctx,
  rephrasing: { lang: Lang; failed: string; succeeded: string; times: number },
): Promise<void> {
  await ctx.db
    .insertInto('rephrasings')
    .values({ ...rephrasing, last_on: sql<string>`${ctx.now()}::timestamptz::date` })
    .execute()
}

/** The most frequent ones that no editor has dismissed. */
export async function listRephrasings(ctx: Ctx, limit: number) {
  return ctx.db
    .selectFrom('rephrasings')
    .select(['id', 'lang', 'failed', 'succeeded', 'times'])
    .where('dismissed', '=', false)
    .orderBy('times', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** @returns whether there was one */
export async function dismissRephrasing(ctx: Ctx, id: string): Promise<boolean> {
  const done = await ctx.db.updateTable('rephrasings').set({ dismissed: true }).where('id', '=', id).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function forgetRephrasings(ctx: Ctx, days: number) {
  await ctx.db
    .deleteFrom('rephrasings')
    .where('last_on', '<', sql<string>`${ctx.now()}::timestamptz::date - ${days}::int`)
    .execute()
}
