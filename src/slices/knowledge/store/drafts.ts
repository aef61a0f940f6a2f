import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Content } from '../content.ts'

type Lang = 'de' | 'en' | 'el'

/** What somebody typed and has not saved. */
export interface Draft {
  base: number
  content: Content
  saved_at: Date
}

/** The actor's own draft of a translation. */
export async function findDraft(ctx: Ctx, articleId: string, lang: Lang): Promise<Draft | undefined> {
  const row = await ctx.db
    .selectFrom('article_drafts')
    .select(['base', 'content', 'saved_at'])
    .where('article_id', '=', articleId)
    .where('lang', '=', lang)
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  return row as Draft | undefined
}

/** Keeps what the actor has typed. */
export async function putDraft(ctx: Ctx, articleId: string, lang: Lang, base: number, content: unknown) {
  await sql`insert into article_drafts (article_id, lang, person_id, base, content, saved_at)
    values (${articleId}, ${lang}, ${ctx.actor.personId}, ${base}, ${JSON.stringify(content)}::jsonb, ${ctx.now()})
    on conflict (article_id, lang, person_id)
    do update set base = excluded.base, content = excluded.content, saved_at = excluded.saved_at`.execute(ctx.db)
}

/** Forgets what the actor has typed. */
export async function deleteDraft(ctx: Ctx, articleId: string, lang: Lang) {
  await ctx.db
    .deleteFrom('article_drafts')
    .where('article_id', '=', articleId)
    .where('lang', '=', lang)
    .where('person_id', '=', ctx.actor.personId)
    .execute()
}

/** Seconds without a sign after which somebody no longer counts as editing. */
const GONE_AFTER = 90

/** Notes that the actor has a translation open. */
export async function putPresence(ctx: Ctx, articleId: string, lang: Lang) {
  if (ctx.actor.personId === null) return
  await sql`insert into article_presence (article_id, lang, person_id, seen_at)
    values (${articleId}, ${lang}, ${ctx.actor.personId}, ${ctx.now()})
    on conflict (article_id, lang, person_id) do update set seen_at = excluded.seen_at`.execute(ctx.db)
  await sql`delete from article_presence where seen_at < ${ctx.now()}::timestamptz - interval '1 hour'`.execute(ctx.db)
}

/** Notes that the actor has closed it. */
export async function deletePresence(ctx: Ctx, articleId: string, lang: Lang) {
  await sql`delete from article_presence
    where article_id = ${articleId} and lang = ${lang} and person_id = ${ctx.actor.personId}`.execute(ctx.db)
}

/** Names of the others who have a translation open. */
export async function listOthers(ctx: Ctx, articleId: string, lang: Lang): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.name from article_presence e join persons p on p.id = e.person_id
    where e.article_id = ${articleId} and e.lang = ${lang} and e.person_id is distinct from ${ctx.actor.personId}
      and e.seen_at > ${ctx.now()}::timestamptz - make_interval(secs => ${GONE_AFTER}) order by p.name limit 10`.execute(
    ctx.db,
  )
  return rows.map((row) => row.name)
}
