import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { bestTranslation, visible } from './visible.ts'

/** An article in a list, in the reader's language or the nearest. */
export interface ListedArticle {
  id: string
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  lang: 'de' | 'en' | 'el'
  slug: string
  title: string
  summary: string
  tags: string[]
  category_id: string | null
  first_published_at: Date
  published_at: Date
  /** Newest publication of any translation: what lists are sorted by. */
  newest_at: Date
  checked_at: Date | null
}

/** What a list of articles can be narrowed to. */
export interface ArticleFilter {
  lang: string
  kind?: string | undefined
  /** Id of a category; with everything below it. */
  category?: string | undefined
  product?: string | undefined
  tag?: string | undefined
  ids?: string[] | undefined
}

/** Articles that the actor may read, newest first, after a place in that order. */
export async function listReadable(ctx: Ctx, filter: ArticleFilter, limit: number, after?: { at: string; id: string }) {
  const { rows } = await sql<ListedArticle>`
    ${listed(filter.lang)}
    where ${visible(ctx)} and ${narrowed(filter)}
      and ${after ? sql`(a.published_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by a.published_at desc, a.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** How many articles of a filter the actor may read. */
export async function countReadable(ctx: Ctx, filter: ArticleFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from articles a where ${visible(ctx)} and ${narrowed(filter)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

function listed(lang: string) {
  return sql`
    select a.id, a.kind, p.lang, t.slug, p.title, p.summary, p.tags, a.category_id, p.first_published_at, p.published_at,
      a.published_at as newest_at, a.checked_at
    from articles a
    cross join lateral (
      select p.* from article_publications p where p.article_id = a.id order by ${bestTranslation(lang)} limit 1
    ) p
    join article_translations t on t.article_id = a.id and t.lang = p.lang`
}

function narrowed({ kind, category, product, tag, ids }: ArticleFilter): RawBuilder<boolean> {
  const conditions = [
    kind && sql`a.kind = ${kind}`,
    category && sql`a.category_id in (select id from categories where path @> array[${category}]::uuid[])`,
    product &&
      sql`a.id in (select ap.article_id from article_products ap join products x on x.id = ap.product_id where x.key = ${product})`,
    tag && sql`a.id in (select article_id from article_publications where tags @> array[${tag}])`,
    ids && sql`a.id = any(${ids}::uuid[])`,
  ].filter((condition) => condition !== undefined && condition !== '')
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : sql<boolean>`true`
}

/**
 * Articles near another one: those the search finds for its words (given as ids, best first), those with the same tags, products or
 * category. Only what the actor may read, whatever the index says.
 */
export async function listNear(ctx: Ctx, id: string, lang: string, found: string[], limit: number) {
  const { rows } = await sql<ListedArticle>`
    with self as (
      select a.category_id,
        array(select unnest(tags) from article_publications where article_id = a.id) as tags,
        array(select product_id from article_products where article_id = a.id) as products
      from articles a where a.id = ${id}
    ), candidates as (
      select f.id, (9.0 - f.place)::float8 as points from unnest(${found}::uuid[]) with ordinality f (id, place)
      union all
      (select ap.article_id, 1.0 from article_products ap, self where ap.product_id = any(self.products) limit 100)
      union all
      (select p.article_id, 3.0 from article_publications p, self where p.tags && self.tags limit 100)
      union all
      (select a.id, 2.0 from articles a, self where a.category_id = self.category_id order by a.published_at desc limit 100)
    ), ranked as (
      select id, sum(points) as points from candidates where id <> ${id} group by id order by points desc limit 60
    )
    ${listed(lang)} join ranked on ranked.id = a.id
    where ${visible(ctx)} and ranked.points >= 3
    order by ranked.points desc, a.published_at desc limit ${limit}`.execute(ctx.db)
  return rows
}
