import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Renames a tag in what readers get and in the newest versions, without doubles; gives the ids of the articles. */
export async function renameTag(ctx: Ctx, lang: string, from: string, to: string): Promise<string[]> {
  const renamed = sql`array(select tag from unnest(array_replace(tags, ${from}, ${to})) with ordinality u (tag, n) group by tag order by min(n))`
  const { rows } = await sql<{ article_id: string }>`
    with online as (
      update article_publications set tags = ${renamed} where lang = ${lang} and tags @> array[${from}] returning article_id
    ), newest as (
      update article_versions v set tags = ${renamed} from article_translations t
      where t.article_id = v.article_id and t.lang = v.lang and v.number >= coalesce(t.published_version, t.head)
        and v.lang = ${lang} and v.tags @> array[${from}]
      returning v.article_id
    )
    select article_id from online union select article_id from newest`.execute(ctx.db)
  return rows.map((row) => row.article_id)
}
