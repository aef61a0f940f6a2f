import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Content } from '../content.ts'
import type { composeArticle } from '../markdown/compose.ts'

/** A version made ready for readers. */
export interface Publication {
  articleId: string
  lang: 'de' | 'en' | 'el'
  version: number
  content: Content
  composed: ReturnType<typeof composeArticle>
  /** Now, unless it is known to have been before: imports. */
  at?: Date | undefined
}

/** Puts versions before readers, in place of earlier ones. */
export async function putPublications(ctx: Ctx, publications: Publication[]) {
  if (publications.length === 0) return
  await ctx.db
    .insertInto('article_publications')
    .values(
      publications.map(({ articleId, lang, version, content, composed, at = ctx.now() }) => ({
        article_id: articleId,
        lang,
        version,
        title: content.title,
        summary: content.summary,
        html: composed.html,
        symptom_html: composed.symptomHtml,
        cause_html: composed.causeHtml,
        workaround_html: composed.workaroundHtml,
        fixed_in: composed.fixedInHtml,
        contents: JSON.stringify(composed.contents),
        plain: composed.plain,
        keywords: content.keywords,
        tags: content.tags,
        linked_ids: composed.linkedIds,
        first_published_at: at,
        published_at: at,
        published_by: ctx.actor.personId,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'lang']).doUpdateSet((row) => ({
        version: row.ref('excluded.version'),
        title: row.ref('excluded.title'),
        summary: row.ref('excluded.summary'),
        html: row.ref('excluded.html'),
        symptom_html: row.ref('excluded.symptom_html'),
        cause_html: row.ref('excluded.cause_html'),
        workaround_html: row.ref('excluded.workaround_html'),
        fixed_in: row.ref('excluded.fixed_in'),
        contents: row.ref('excluded.contents'),
        plain: row.ref('excluded.plain'),
        keywords: row.ref('excluded.keywords'),
        tags: row.ref('excluded.tags'),
        linked_ids: row.ref('excluded.linked_ids'),
        published_at: row.ref('excluded.published_at'),
        published_by: row.ref('excluded.published_by'),
      })),
    )
    .execute()
  await settlePublished(ctx, [...new Set(publications.map((one) => one.articleId))])
}

/** Takes a translation from readers. */
export async function removePublication(ctx: Ctx, articleId: string, lang: string) {
  await ctx.db.deleteFrom('article_publications').where('article_id', '=', articleId).where('lang', '=', lang).execute()
  await settlePublished(ctx, [articleId])
}

/** The article's own date follows its translations; null when readers get none of them. */
async function settlePublished(ctx: Ctx, ids: string[]) {
  await sql`update articles a set changed_at = ${ctx.now()},
      published_at = (select max(p.published_at) from article_publications p where p.article_id = a.id)
    where a.id = any(${ids}::uuid[])`.execute(ctx.db)
}
