import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Experience } from '../../../kernel/experience.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** Days after which something that was noted counts half. */
const HALF_LIFE = 90
/** Fewer (decayed) notes tell nothing: also nobody's single search can be told from the ranking. */
const FLOOR = 3
/** As many of each as are delivered to the index, the most certain first. */
const MOST = 20_000
/** Less is forgotten. */
const FAINT = 0.25

/** What is left at `now` of a count that stands for `at`. */
const left = (now: Date): RawBuilder<number> =>
  sql<number>`power(0.5, greatest(0, extract(epoch from ${now}::timestamptz - at)) / ${HALF_LIFE * 86_400})`

/** Adds to what was of use after some words. */
export async function addWordExperience(
  ctx: Ctx,
  {
    lang,
    words,
    thing,
    helped,
    failed,
  }: { lang: Lang; words: string[]; thing: string; helped: number; failed: number },
) {
  if (words.length === 0) return
  const now = ctx.now()
  await ctx.db
    .insertInto('word_experience')
    .values(words.map((word) => ({ lang, word, thing, helped, failed, at: now })))
    .onConflict((conflict) =>
      conflict.columns(['lang', 'word', 'thing']).doUpdateSet({
        helped: sql`word_experience.helped * ${decayed('word_experience', now)} + excluded.helped`,
        failed: sql`word_experience.failed * ${decayed('word_experience', now)} + excluded.failed`,
        at: now,
      }),
    )
    .execute()
}

/** Adds to what became of the readers of something. */
export async function addReaderExperience(
  ctx: Ctx,
  { thing, helped, needed }: { thing: string; helped: number; needed: number },
) {
  const now = ctx.now()
  await ctx.db
    .insertInto('reader_experience')
    .values({ thing, helped, needed, at: now })
    .onConflict((conflict) =>
      conflict.column('thing').doUpdateSet({
        helped: sql`reader_experience.helped * ${decayed('reader_experience', now)} + excluded.helped`,
        needed: sql`reader_experience.needed * ${decayed('reader_experience', now)} + excluded.needed`,
        at: now,
      }),
    )
    .execute()
}

const decayed = (table: 'word_experience' | 'reader_experience', now: Date): RawBuilder<number> =>
  sql<number>`power(0.5, greatest(0, extract(epoch from ${now}::timestamptz - ${sql.ref(`${table}.at`)})) / ${HALF_LIFE * 86_400})`

/** Everything that is certain enough, aged to now, for the search index. */
export async function allExperience(ctx: Ctx): Promise<Experience> {
  const now = ctx.now()
  const words = await ctx.db
    .selectFrom('word_experience')
    .select(['lang', 'word', 'thing'])
    .select([sql<number>`helped * ${left(now)}`.as('helped'), sql<number>`failed * ${left(now)}`.as('failed')])
    .where(sql<number>`helped + failed`, '>=', FLOOR)
    .where(sql<number>`(helped + failed) * ${left(now)}`, '>=', FLOOR)
    .orderBy(sql`helped + failed`, 'desc')
    .limit(MOST)
    .execute()
  const readers = await ctx.db
    .selectFrom('reader_experience')
    .select('thing')
    .select([sql<number>`helped * ${left(now)}`.as('helped'), sql<number>`needed * ${left(now)}`.as('needed')])
    .where(sql<number>`helped + needed`, '>=', FLOOR)
    .where(sql<number>`(helped + needed) * ${left(now)}`, '>=', FLOOR)
    .orderBy(sql`helped + needed`, 'desc')
    .limit(MOST)
    .execute()
  return {
    words: words.map(({ thing, ...row }) => ({ ...row, group: thing })),
    readers: readers.map(({ thing, ...row }) => ({ ...row, group: thing })),
  }
}

/** Forgets what time has worn away. */
export async function forgetExperience(ctx: Ctx) {
  const now = ctx.now()
  // Nothing younger than a half-life can be that faint, unless it never was more.
  const old = sql<Date>`${now}::timestamptz - ${HALF_LIFE} * interval '1 day'`
  await ctx.db
    .deleteFrom('word_experience')
    .where('at', '<', old)
    .where(sql<number>`(helped + failed) * ${left(now)}`, '<', FAINT)
    .execute()
  await ctx.db
    .deleteFrom('reader_experience')
    .where('at', '<', old)
    .where(sql<number>`(helped + needed) * ${left(now)}`, '<', FAINT)
    .execute()
}
