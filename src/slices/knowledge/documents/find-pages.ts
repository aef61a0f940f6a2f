import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Findable } from '../../../kernel/search.ts'
import type { FindableSource } from '../../../kernel/slice.ts'
import { visible } from '../store/visible.ts'

const BATCH = 500

interface PageRow {
  id: string
  lang: string
  title: string
  description: string
  number: number
  heading: string | null
  text: string
  is_paged: boolean
  audience_id: string | null
  portals: string[]
  published_at: Date
  categories: string[] | null
}

/** Pages of documents for the search index: each is found by itself, and the pages of one document count as one thing. */
export const documentFindables: FindableSource = {
  on: ['document.extracted', 'document.changed', 'document.removed'],
  async *all(ctx) {
    let after: { id: string; number: number } | null = null
    do {
      const place: RawBuilder<unknown> = after
        ? sql`(a.id, p.number) > (${after.id}::uuid, ${after.number})`
        : sql`true`
      const rows: PageRow[] = await select(ctx, place, BATCH)
      if (rows.length > 0) yield rows.map(findableOf)
      const last = rows.at(-1)
      after = last && rows.length === BATCH ? last : null
    } while (after)
  },
  async of(ctx, { subject }) {
    const rows = await select(ctx, sql`a.id = ${subject.id}::uuid`, 5000)
    return [{ group: `document:${subject.id}`, findables: rows.map(findableOf) }]
  },
}

async function select(ctx: Ctx, which: RawBuilder<unknown>, limit: number) {
  const { rows } = await sql<PageRow>`
    select a.id, a.lang, a.title, a.description, p.number, p.heading, p.text, a.is_paged, a.audience_id, a.portals, a.published_at,
      (select array_agg(up.key order by cardinality(up.path)) from categories c join categories up on up.id = any(c.path)
        where c.id = a.category_id) as categories
    from documents a join document_pages p on p.document_id = a.id
    where ${which} and ${visible(ctx)} order by a.id, p.number limit ${limit}`.execute(ctx.db)
  return rows
}

function findableOf(row: PageRow): Findable {
  return {
    id: `document:${row.id}:${row.number}`,
    kind: 'document',
    lang: row.lang,
    group: `document:${row.id}`,
    title: row.title,
    text: row.number === 1 && row.description ? `${row.description}\n${row.text}` : row.text,
    ...(row.heading ? { headings: [row.heading] } : {}),
    url: `/documents/${row.id}?page=${row.number}`,
    audience: row.audience_id,
    facets: {
      type: ['document'],
      category: row.categories ?? [],
      product: [],
      tag: [],
      portal: row.portals.length > 0 ? row.portals : ['*'],
    },
    updatedAt: row.published_at.getTime(),
    page: row.number,
  }
}
