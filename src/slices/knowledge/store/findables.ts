import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Findable } from '../../../kernel/search.ts'
import { visible } from './visible.ts'

interface FindableRow {
  id: string
  external_key: string | null
  lang: string
  slug: string
  kind: string
  title: string
  summary: string
  plain: string
  keywords: string[]
  tags: string[]
  contents: { title: string }[]
  audience_id: string | null
  portals: string[]
  published_at: Date
  categories: string[] | null
  products: string[] | null
  helpful: number | null
}

/** Translations that can be found, ordered by article and language, after a place in that order. */
export async function listFindables(ctx: Ctx, after: { id: string; lang: string } | null, limit: number) {
  const place = after ? sql`(p.article_id, p.lang) > (${after.id}::uuid, ${after.lang})` : sql`true`
  const rows = await select(ctx, place, limit)
  const last = rows.at(-1)
  return {
    findables: rows.map(findableOf),
    next: last && rows.length === limit ? { id: last.id, lang: last.lang } : null,
  }
}

/** Everything that can be found of these articles. */
export async function listFindablesOf(ctx: Ctx, ids: string[]): Promise<Findable[]> {
  return (await select(ctx, sql`p.article_id = any(${ids}::uuid[])`, ids.length * 3)).map(findableOf)
}

/** Ids of the articles in categories (with everything below), or about a product. */
export async function listIdsOf(ctx: Ctx, place: { category?: string; product?: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from articles a where a.published_at is not null and ${
      place.category
        ? sql`a.category_id in (select id from categories where path @> array[${place.category}]::uuid[])`
        : sql`a.id in (select article_id from article_products where product_id = ${place.product})`
    }`.execute(ctx.db)
  return rows.map((row) => row.id)
}

async function select(ctx: Ctx, which: RawBuilder<unknown>, limit: number) {
  const { rows } = await sql<FindableRow>`
    select a.id, a.external_key, p.lang, t.slug, a.kind, p.title, p.summary, p.plain, p.keywords, p.tags, p.contents, a.audience_id, a.portals, p.published_at,
      (select array_agg(up.key order by cardinality(up.path)) from categories c join categories up on up.id = any(c.path)
        where c.id = a.category_id) as categories,
      (select array_agg(x.key) from article_products ap join products x on x.id = ap.product_id where ap.article_id = a.id) as products,
      (select avg(f.is_helpful::int)::float8 from article_feedback f
        where f.article_id = a.id and f.at > ${ctx.now()}::timestamptz - interval '180 days' having count(*) >= 5) as helpful
    from article_publications p join articles a on a.id = p.article_id
    join article_translations t on t.article_id = p.article_id and t.lang = p.lang
    where ${which} and ${visible(ctx)} order by p.article_id, p.lang limit ${limit}`.execute(ctx.db)
  return rows
}

function findableOf(row: FindableRow): Findable {
  return {
    id: `article:${row.id}:${row.lang}`,
    kind: 'article',
    lang: row.lang,
    group: `article:${row.id}`,
    title: row.title,
    text: row.summary ? `${row.summary}\n${row.plain}` : row.plain,
    headings: row.contents.map((heading) => heading.title),
    keywords: [...row.keywords, ...row.tags],
    url: `/articles/${row.slug}`,
    audience: row.audience_id,
    ...(row.external_key ? { externalKey: row.external_key } : {}),
    facets: {
      type: [row.kind],
      category: row.categories ?? [],
      product: row.products ?? [],
      tag: row.tags,
      portal: row.portals.length > 0 ? row.portals : ['*'],
    },
    updatedAt: row.published_at.getTime(),
    // An article whose readers still need help afterwards loses rank, and the other way round; five answers are the least.
    ...(row.helpful === null ? {} : { weight: 0.75 + row.helpful / 2 }),
  }
}
