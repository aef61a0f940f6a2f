import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { editable } from './editable.ts'

/** Notes a rating of the version that was read. */
export async function insertFeedback(
  ctx: Ctx,
  article: { id: string; lang: string; version: number },
  {
    helpful,
    reason,
    comment,
  }: { helpful: boolean; reason: 'missing' | 'wrong' | 'unclear' | 'other_question' | null; comment: string | null },
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('article_feedback')
    .values({
      article_id: article.id,
      lang: article.lang,
      version: article.version,
      is_helpful: helpful,
      reason,
      comment,
      portal: ctx.actor.portal,
      at: ctx.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a reader said of an article. */
export interface FeedbackRow {
  id: string
  article_id: string
  title: string
  lang: 'de' | 'en' | 'el'
  slug: string | null
  version: number
  is_helpful: boolean
  reason: 'missing' | 'wrong' | 'unclear' | 'other_question' | null
  comment: string | null
  at: Date
  handled_at: Date | null
  handled_by: string | null
}

/** What readers said of articles that the actor may edit, newest first. */
export async function listFeedback(
  ctx: Ctx,
  filter: { article?: string | undefined; isOpen?: boolean | undefined; mine?: boolean | undefined },
  limit: number,
  below?: string,
) {
  const { rows } = await sql<FeedbackRow>`
    select f.*, (select name from persons where id = f.handled_by) as handled_by, t.slug,
      (select v.title from article_versions v where v.article_id = f.article_id and v.lang = f.lang and v.number = f.version) as title
    from article_feedback f join articles a on a.id = f.article_id
    left join article_translations t on t.article_id = f.article_id and t.lang = f.lang
    where ${editable(ctx)}
      and ${filter.article ? sql`f.article_id = ${filter.article}` : sql`true`}
      and ${filter.isOpen ? sql`not f.is_helpful and f.handled_at is null` : sql`true`}
      and ${filter.mine ? sql`a.owner_id = ${ctx.actor.personId}` : sql`true`}
      and ${below ? sql`f.id < ${below}::uuid` : sql`true`}
    order by f.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** What a reader said, if the actor may edit the article. */
export async function findFeedback(ctx: Ctx, id: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select f.id from article_feedback f join articles a on a.id = f.article_id where f.id = ${id}::uuid and ${editable(ctx)}`.execute(
    ctx.db,
  )
  return rows[0]
}

/** Notes that somebody has dealt with it, or that it is open again. */
export async function updateHandled(ctx: Ctx, id: string, isHandled: boolean) {
  await ctx.db
    .updateTable('article_feedback')
    .set(isHandled ? { handled_at: ctx.now(), handled_by: ctx.actor.personId } : { handled_at: null, handled_by: null })
    .where('id', '=', id)
    .execute()
}

/** What a mail to the owner says of a reader's answer. */
export async function findForOwner(ctx: Ctx, id: string) {
  const { rows } = await sql<{
    article_id: string
    title: string
    lang: string
    reason: string | null
    comment: string | null
    email: string | null
    name: string
    language: 'de' | 'en' | 'el'
  }>`
    select f.article_id, v.title, f.lang, f.reason, f.comment, p.email, p.name, p.language
    from article_feedback f join articles a on a.id = f.article_id join persons p on p.id = a.owner_id
    join article_versions v on v.article_id = f.article_id and v.lang = f.lang and v.number = f.version
    where f.id = ${id}::uuid and not f.is_helpful and p.state = 'active'`.execute(ctx.db)
  return rows[0]
}
