import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { visible, visibleCategory } from './visible.ts'

/** A category as readers see it, in their language or the nearest that it has. */
export interface ListedCategory {
  id: string
  key: string
  parent_id: string | null
  icon: string
  lang: string
  title: string
  description: string
  slug: string
  slugs: Record<string, string>
  /** Articles in it and below it that the reader may read. */
  articles: number
}

/**
 * The tree of categories, parents before children, with the number of articles that this actor may read.
 * @param all also those without an article for this actor
 */
export async function listCategories(ctx: Ctx, lang: string, all = false) {
  const { rows } = await sql<ListedCategory>`
    with counts as (
      select a.category_id, count(*)::int as articles from articles a
      where ${visible(ctx)} and a.category_id is not null group by a.category_id
    ), sums as (
      select up.id, sum(counts.articles)::int as articles
      from counts join categories below on below.id = counts.category_id cross join lateral unnest(below.path) as up (id)
      group by up.id
    )
    select c.id, c.key, c.parent_id, c.icon, n.lang, n.title, n.description, n.slug,
      (select json_object_agg(lang, slug) from category_translations where category_id = c.id) as slugs,
      coalesce(sums.articles, 0) as articles
    from categories c
    cross join lateral (
      select * from category_translations x where x.category_id = c.id order by (x.lang = ${lang}) desc, x.lang limit 1
    ) n
    left join sums on sums.id = c.id
    where ${visibleCategory(ctx)} and (${all} or sums.articles > 0)
      and not exists (select 1 from categories c2 where c2.id = any(c.path) and c2.id <> c.id and not (${ancestorVisible(ctx)}))
    order by cardinality(c.path), c.position, n.title`.execute(ctx.db)
  return rows
}

/** A category below one that the actor may not see is not seen either. */
function ancestorVisible(ctx: Ctx) {
  if (ctx.actor.channel === 'system') return sql<boolean>`true`
  return sql<boolean>`(c2.audience_id is null or c2.audience_id = any(${[...ctx.actor.audiences]}::uuid[]))
    and (c2.portals = '{}' or ${ctx.actor.portal} = any(c2.portals))`
}

/** Products with the number of articles that this actor may read; those without one are left out. */
export async function listProducts(ctx: Ctx) {
  const { rows } = await sql<{
    id: string
    key: string
    icon: string
    titles: Record<string, string>
    articles: number
  }>`
    select x.id, x.key, x.icon, x.titles, count(a.id)::int as articles
    from products x join article_products ap on ap.product_id = x.id join articles a on a.id = ap.article_id
    where ${visible(ctx)} and (x.portals = '{}' or ${ctx.actor.portal} = any(x.portals) or ${ctx.actor.channel === 'system'})
    group by x.id order by x.position, x.key`.execute(ctx.db)
  return rows
}

/** Tags in a language with the number of articles that this actor may read, most used first. */
export async function listTags(ctx: Ctx, lang: string, limit: number) {
  const { rows } = await sql<{ tag: string; articles: number }>`
    select tag, count(*)::int as articles
    from article_publications p join articles a on a.id = p.article_id cross join lateral unnest(p.tags) tag
    where p.lang = ${lang} and ${visible(ctx)} group by tag order by count(*) desc, tag limit ${limit}`.execute(ctx.db)
  return rows
}

/** Titles of categories by key, in the reader's language or the nearest. */
export async function listCategoryTitles(ctx: Ctx, keys: readonly string[]) {
  const { rows } = await sql<{ key: string; title: string }>`
    select distinct on (c.key) c.key, n.title from categories c join category_translations n on n.category_id = c.id
    where c.key = any(${[...keys]}) and ${visibleCategory(ctx)} order by c.key, (n.lang = ${ctx.lang}) desc, n.lang`.execute(
    ctx.db,
  )
  return rows
}

/** Titles of products by key. */
export async function listProductTitles(ctx: Ctx, keys: readonly string[]) {
  const { rows } = await sql<{ key: string; titles: Record<string, string> }>`
    select key, titles from products where key = any(${[...keys]})`.execute(ctx.db)
  return rows
}
