import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** What mails about a review need of a translation. */
export async function findForMail(ctx: Ctx, articleId: string, lang: string) {
  const { rows } = await sql<{
    title: string
    state: string
    review_note: string | null
    submitted_by: string | null
    submitter: string | null
    email: string | null
    language: 'de' | 'en' | 'el'
  }>`
    select v.title, t.state, t.review_note, t.submitted_by, p.name as submitter, p.email, coalesce(p.language, 'en') as language
    from article_translations t join article_versions v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.head
    left join persons p on p.id = t.submitted_by
    where t.article_id = ${articleId} and t.lang = ${lang}`.execute(ctx.db)
  return rows[0]
}
