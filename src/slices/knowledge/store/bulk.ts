import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Content } from '../content.ts'
import { lockSlugs } from './slugs.ts'

type Lang = 'de' | 'en' | 'el'

/** What is common to all translations of an article that is brought in. */
export interface BulkArticle {
  id: string
  external_key: string
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  category_id: string | null
  original_lang: Lang
  owner_id: string | null
  audience_id: string | null
  portals: string[]
  checked_at: Date | null
}

/** A translation that is brought in, with its next version. */
export interface BulkTranslation {
  article_id: string
  lang: Lang
  slug: string
  number: number
  content: Content
  /** Who wrote it; default: the actor. */
  author_id?: string | null | undefined
}

/** What there is already of articles with these keys: id, and content of the newest version by language. */
export async function listKnown(ctx: Ctx, keys: string[]) {
  const { rows } = await sql<{
    id: string
    key: string
    translations: { lang: Lang; head: number; content: Content }[]
  }>`
    select a.id, a.external_key as key, coalesce((
      select json_agg(json_build_object('lang', t.lang, 'head', t.head, 'content', json_build_object(
        'title', v.title, 'summary', v.summary, 'body', v.body, 'symptom', v.symptom, 'cause', v.cause, 'workaround', v.workaround,
        'fixedIn', v.fixed_in, 'keywords', v.keywords, 'tags', v.tags)))
      from article_translations t join article_versions v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.head
      where t.article_id = a.id), '[]') as translations
    from articles a where a.external_key = any(${keys})`.execute(ctx.db)
  return new Map(rows.map((row) => [row.key, row]))
}

/** Addresses in use that begin like these, by language. */
export async function listTaken(ctx: Ctx, wishes: { slug: string; lang: string }[]): Promise<Set<string>> {
  await lockSlugs(ctx)
  const { rows } = await sql<{ taken: string }>`
    select t.lang || ' ' || t.slug as taken from article_translations t
    where regexp_replace(t.slug, '-[0-9]+$', '') = any(${wishes.map((wish) => wish.slug.replace(/-\d+$/, ''))})
       or t.slug = any(${wishes.map((wish) => wish.slug)})`.execute(ctx.db)
  return new Set(rows.map((row) => row.taken))
}

/** Inserts articles, or brings what is common to their translations up to date. */
export async function putArticles(
  ctx: Ctx,
  articles: BulkArticle[],
  products: { article_id: string; product_id: string }[],
) {
  if (articles.length === 0) return
  const at = ctx.now()
  await ctx.db
    .insertInto('articles')
    .values(articles.map((article) => ({ ...article, created_by: ctx.actor.personId, created_at: at, changed_at: at })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        category_id: row.ref('excluded.category_id'),
        owner_id: row.ref('excluded.owner_id'),
        audience_id: row.ref('excluded.audience_id'),
        portals: row.ref('excluded.portals'),
        checked_at: row.ref('excluded.checked_at'),
        changed_at: row.ref('excluded.changed_at'),
      })),
    )
    .execute()
  const ids = articles.map((article) => article.id)
  await ctx.db.deleteFrom('article_products').where('article_id', 'in', ids).execute()
  if (products.length > 0) await ctx.db.insertInto('article_products').values(products).execute()
}

/** Adds versions, as the newest ones of new or known translations, already published. */
export async function putTranslations(ctx: Ctx, translations: BulkTranslation[], note: string | null) {
  if (translations.length === 0) return
  const state = 'published' as const
  await ctx.db
    .insertInto('article_translations')
    .values(
      translations.map(({ article_id, lang, slug, number }) => ({
        article_id,
        lang,
        slug,
        state,
        head: number,
        published_version: number,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'lang']).doUpdateSet((row) => ({
        head: row.ref('excluded.head'),
        published_version: row.ref('excluded.published_version'),
        state,
        publish_at: null,
      })),
    )
    .execute()
  await ctx.db
    .insertInto('article_versions')
    .values(
      translations.map(({ article_id, lang, number, author_id, content: { fixedIn, ...content } }) => ({
        ...content,
        fixed_in: fixedIn,
        article_id,
        lang,
        number,
        note,
        author_id: author_id ?? ctx.actor.personId,
        created_at: ctx.now(),
      })),
    )
    .execute()
}
