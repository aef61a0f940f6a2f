import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { cutPage, decodeCursor } from '../../../kernel/paging.ts'

export interface MissingFilter {
  state: 'open' | 'settled'
  lang?: Lang | undefined
  portal?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Counts one more time that a question was asked in vain; a settled one comes back unless it was none of ours. */
export async function countMissing(ctx: Ctx, question: string): Promise<{ id: string; state: string }> {
  const row = await ctx.db
    .insertInto('missing_questions')
    .values({
      portal: ctx.actor.portal,
      lang: ctx.lang,
      question,
      first_asked_on: sql<string>`${ctx.now()}::timestamptz::date`,
      last_asked_on: sql<string>`${ctx.now()}::timestamptz::date`,
    })
    .onConflict((conflict) =>
      conflict.columns(['portal', 'lang', 'question']).doUpdateSet({
        times: sql`missing_questions.times + 1`,
        last_asked_on: sql`excluded.last_asked_on`,
        state: sql`case when missing_questions.settled_how = 'not_ours' then 'settled' else 'open' end`,
        settled_how: sql`nullif(missing_questions.settled_how, case when missing_questions.settled_how = 'not_ours' then null else missing_questions.settled_how end)`,
        settled_at: sql`case when missing_questions.settled_how = 'not_ours' then missing_questions.settled_at end`,
      }),
    )
    .returning(['id', 'state'])
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('missing_question_days')
    .values({ question_id: row.id, day: sql<string>`${ctx.now()}::timestamptz::date` })
    .onConflict((conflict) =>
      conflict.columns(['question_id', 'day']).doUpdateSet({ times: sql`missing_question_days.times + 1` }),
    )
    .execute()
  return row
}

/** Keeps what was asked in vain on these days. */
export async function insertMissing(
  ctx: Ctx,
  {
    days,
    settled,
    ...asked
  }: {
    portal: string
    lang: Lang
    question: string
    days: { day: string; times: number }[]
    settled?: 'article' | 'synonym' | 'not_ours' | undefined
  },
): Promise<void> {
  const sorted = days.map(({ day }) => day).sort()
  const { id } = await ctx.db
    .insertInto('missing_questions')
    .values({
      ...asked,
      times: days.reduce((total, { times }) => total + times, 0),
      first_asked_on: sorted[0] as string,
      last_asked_on: sorted.at(-1) as string,
      ...(settled ? { state: 'settled', settled_how: settled, settled_at: ctx.now() } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('missing_question_days')
    .values(days.map((one) => ({ ...one, question_id: id })))
    .execute()
}

/** Questions asked in vain, most asked first, with how often in the last 30 days. */
export async function listMissing(ctx: Ctx, { state, lang, portal, cursor, limit }: MissingFilter) {
  let query = ctx.db
    .selectFrom('missing_questions as m')
    .select([
      'm.id',
      'm.question',
      'm.lang',
      'm.portal',
      'm.times',
      'm.first_asked_on',
      'm.last_asked_on',
      'm.state',
      'm.settled_how',
    ])
    .select((eb) =>
      eb
        .selectFrom('missing_question_days as d')
        .select(sql<number>`coalesce(sum(d.times), 0)::int`.as('recent'))
        .whereRef('d.question_id', '=', 'm.id')
        .where('d.day', '>', sql<string>`${ctx.now()}::timestamptz::date - 30`)
        .as('recent'),
    )
    .where('m.state', '=', state)
    .orderBy('m.times', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
  if (lang) query = query.where('m.lang', '=', lang)
  if (portal) query = query.where('m.portal', '=', portal)
  if (cursor) {
    const [times, id] = decodeCursor(cursor, 2)
    query = query.where(sql<boolean>`(m.times, m.id) < (${Number(times)}::int, ${String(id)}::uuid)`)
  }
  return cutPage(await query.execute(), limit, (row) => [row.times, row.id])
}

export async function findMissing(ctx: Ctx, id: string) {
  return ctx.db.selectFrom('missing_questions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function settleMissing(ctx: Ctx, id: string, how: 'article' | 'synonym' | 'not_ours') {
  await ctx.db
    .updateTable('missing_questions')
    .set({ state: 'settled', settled_how: how, settled_at: ctx.now() })
    .where('id', '=', id)
    .execute()
}

export async function reopenMissing(ctx: Ctx, id: string) {
  await ctx.db
    .updateTable('missing_questions')
    .set({ state: 'open', settled_how: null, settled_at: null })
    .where('id', '=', id)
    .execute()
}

/** Forgets what was asked only once, `days` ago or longer. */
export async function forgetAskedOnce(ctx: Ctx, days: number) {
  await ctx.db
    .deleteFrom('missing_questions')
    .where('times', '=', 1)
    .where('state', '=', 'open')
    .where('last_asked_on', '<', sql<string>`${ctx.now()}::timestamptz::date - ${days}::int`)
    .execute()
}
