import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { bestTranslation, visible } from './visible.ts'

/** An article as a reader gets it: one translation, with everything that stands around it. */
export interface ReadableArticle {
  id: string
  external_key: string | null
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  lang: 'de' | 'en' | 'el'
  slug: string
  version: number
  title: string
  summary: string
  html: string
  symptom_html: string
  cause_html: string
  workaround_html: string
  fixed_in: string
  contents: { id: string; title: string; level: number }[]
  tags: string[]
  first_published_at: Date
  published_at: Date
  checked_at: Date | null
  checked_by: string | null
  owner: string | null
  categories: { id: string; key: string; slug: string; title: string; lang: 'de' | 'en' | 'el' }[]
  products: { key: string; icon: string; titles: Record<string, string> }[]
  translations: { lang: 'de' | 'en' | 'el'; slug: string }[]
  attachments: { id: string; name: string; type: string; size: number; lang: 'de' | 'en' | 'el' | null }[]
  linked: { id: string; slug: string; lang: 'de' | 'en' | 'el'; title: string }[]
}

/** The article at an address, in the reader's language or the nearest, if this actor may read it. One query. */
export async function findReadable(ctx: Ctx, { slug, lang }: { slug: string; lang: string }) {
  const { rows } = await sql<ReadableArticle>`
    with wanted as (
      select a.id from article_translations t join articles a on a.id = t.article_id
      where t.slug = ${slug} and t.published_version is not null and ${visible(ctx)}
      order by (t.lang = ${lang}) desc limit 1
    )
    select * from (${readable(ctx, lang, sql`a.id in (select id from wanted)`)}) found`.execute(ctx.db)
  return rows[0]
}

/** The same by id. */
export async function findReadableById(ctx: Ctx, { id, lang }: { id: string; lang: string }) {
  const { rows } = await readable(ctx, lang, sql`a.id = ${id}`).execute(ctx.db)
  return rows[0]
}

function readable(ctx: Ctx, lang: string, which: ReturnType<typeof sql>) {
  return sql<ReadableArticle>`
    select a.id, a.external_key, a.kind, p.lang, p.version, p.title, p.summary, p.html, p.symptom_html, p.cause_html, p.workaround_html,
      p.fixed_in, p.contents, p.tags, p.first_published_at, p.published_at, a.checked_at,
      (select name from persons where id = a.checked_by) as checked_by,
      (select name from persons where id = a.owner_id) as owner,
      ${categoriesAbove(ctx, lang)} as categories,
      (select t.slug from article_translations t where t.article_id = a.id and t.lang = p.lang) as slug,
      coalesce((select json_agg(json_build_object('key', x.key, 'icon', x.icon, 'titles', x.titles) order by x.position, x.key)
        from article_products ap join products x on x.id = ap.product_id where ap.article_id = a.id), '[]') as products,
      (select json_agg(json_build_object('lang', t.lang, 'slug', t.slug) order by t.lang)
        from article_translations t where t.article_id = a.id and t.published_version is not null) as translations,
      coalesce((select json_agg(json_build_object('id', f.file_id, 'name', f.name, 'type', f.type, 'size', f.size, 'lang', f.lang) order by f.position, f.name)
        from article_attachments f where f.article_id = a.id), '[]') as attachments,
      ${linkedFrom(ctx, lang)} as linked
    from articles a
    cross join lateral (
      select * from article_publications p where p.article_id = a.id order by ${bestTranslation(lang)} limit 1
    ) p
    where ${which} and ${visible(ctx)}`
}

/** The categories of `a` from the root down, as far as this actor may see them. */
function categoriesAbove({ actor }: Ctx, lang: string) {
  const seen = sql`c.audience_id is null or c.audience_id = any(${[...actor.audiences]}::uuid[])`
  return sql`coalesce((
    select json_agg(json_build_object('id', c.id, 'key', c.key, 'slug', n.slug, 'title', n.title, 'lang', n.lang) order by cardinality(c.path))
    from categories own join categories c on c.id = any(own.path)
    cross join lateral (
      select * from category_translations x where x.category_id = c.id order by (x.lang = ${lang}) desc, x.lang limit 1
    ) n
    where own.id = a.category_id and (${seen})
  ), '[]')`
}

/** Where the links of `p` lead, for those articles that this actor may read. */
function linkedFrom(ctx: Ctx, lang: string) {
  return sql`coalesce((
    select json_agg(json_build_object('id', l.id, 'slug', l.slug, 'lang', l.lang, 'title', l.title)) from (
      select distinct on (a.id) a.id, t.slug, p2.lang, p2.title
      from articles a join article_publications p2 on p2.article_id = a.id
      join article_translations t on t.article_id = a.id and t.lang = p2.lang
      where a.id = any(p.linked_ids) and ${visible(ctx)}
      order by a.id, (p2.lang = ${lang}) desc, (p2.lang = a.original_lang) desc, p2.lang
    ) l), '[]')`
}

/** Where an address that an article had before leads now, if this actor may read it. */
export async function findRedirect(ctx: Ctx, { slug, lang }: { slug: string; lang: string }) {
  const { rows } = await sql<{ slug: string; lang: 'de' | 'en' | 'el' }>`
    select t.slug, t.lang from slug_history h join articles a on a.id = h.article_id
    join article_translations t on t.article_id = a.id and t.lang = h.lang
    where h.slug = ${slug} and t.published_version is not null and ${visible(ctx)}
    order by (h.lang = ${lang}) desc limit 1`.execute(ctx.db)
  return rows[0]
}
