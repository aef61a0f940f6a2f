import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { decodeCursor, encodeCursor } from '../../../kernel/paging.ts'

/** A translation as it is given out: its newest version, with what is common to its article. Names are those of front matter. */
export interface ExportedTranslation {
  id: string
  lang: Lang
  kind: string
  title: string
  summary: string
  slug: string
  category: string
  tags: string[]
  products: string[]
  keywords: string[]
  audience: string
  owner: string
  checked: string
  symptom: string
  cause: string
  workaround: string
  fixedIn: string
  body: string
}

const BATCH = 500

/** Translations after a place, ordered by article and language; with the place of the next part. Links between articles are given by name. */
export async function exportPartAfter(ctx: Ctx, cursor: string | undefined) {
  const rows = await select(ctx, cursor ? (decodeCursor(cursor, 2) as [string, string]) : null)
  const last = rows.at(-1)
  return {
    items: rows.map(({ uuid: _uuid, links, ...row }) => ({ ...row, body: nameLinks(row.body, links) })),
    next: last && rows.length === BATCH ? encodeCursor([last.uuid, last.lang]) : null,
  }
}

/** Every translation of every article, in batches. */
export async function* exportArticles(ctx: Ctx): AsyncIterable<ExportedTranslation[]> {
  let next: string | null = null
  do {
    const part: Awaited<ReturnType<typeof exportPartAfter>> = await exportPartAfter(ctx, next ?? undefined)
    yield part.items
    next = part.next
  } while (next)
}

async function select(ctx: Ctx, after: [string, string] | null) {
  const { rows } = await sql<ExportedTranslation & { uuid: string; links: Record<string, string> }>`
    select a.id as uuid, coalesce(a.external_key, a.id::text) as id, t.lang, a.kind, v.title, v.summary, t.slug,
      coalesce(c.key, '') as category, v.tags,
      coalesce((select array_agg(x.key order by x.position) from article_products ap join products x on x.id = ap.product_id where ap.article_id = a.id), '{}') as products,
      v.keywords, coalesce(au.key, '') as audience, coalesce(p.email, '') as owner,
      coalesce(to_char(a.checked_at at time zone 'UTC', 'YYYY-MM-DD'), '') as checked,
      v.symptom, v.cause, v.workaround, v.fixed_in as "fixedIn", v.body,
      coalesce((select jsonb_object_agg(l.id, l.external_key) from article_links al join articles l on l.id = al.article_target
        where al.article_id = a.id and al.lang = t.lang and l.external_key is not null), '{}') as links
    from articles a
    join article_translations t on t.article_id = a.id
    join article_versions v on v.article_id = a.id and v.lang = t.lang and v.number = t.head
    left join categories c on c.id = a.category_id
    left join audiences au on au.id = a.audience_id
    left join persons p on p.id = a.owner_id
    where ${after ? sql`(a.id, t.lang) > (${after[0]}::uuid, ${after[1]})` : sql`true`}
    order by a.id, t.lang limit ${BATCH}`.execute(ctx.db)
  return rows
}

function nameLinks(body: string, links: Record<string, string>): string {
  return body.replace(/\]\(<?article:([0-9a-f-]{36})/g, (all, id: string) =>
    links[id] ? all.replace(id, links[id]) : all,
  )
}
