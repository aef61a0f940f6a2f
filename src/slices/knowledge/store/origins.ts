import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { editable } from './editable.ts'
import { visible } from './visible.ts'

/** Articles by their addresses in any language, those that the actor may read; in the order of the addresses, each once. */
export async function idsBySlugs(ctx: Ctx, slugs: readonly string[]): Promise<{ id: string; title: string }[]> {
  if (slugs.length === 0) return []
  const { rows } = await sql<{ id: string; title: string }>`
    select a.id, min(p.title) as title
    from article_translations t
    join articles a on a.id = t.article_id
    join article_publications p on p.article_id = t.article_id and p.lang = t.lang
    where t.slug = any(${[...slugs]}::text[]) and ${visible(ctx)}
    group by a.id order by min(array_position(${[...slugs]}::text[], t.slug)) limit 20`.execute(ctx.db)
  return rows
}

/** Articles that came from something, those that the actor may edit, the newest first; a few at most. */
export async function listFromOrigin(ctx: Ctx, origin: string) {
  const { rows } = await sql<{ id: string; title: string; state: string }>`
    select a.id, v.title, t.state
    from articles a
    join article_translations t on t.article_id = a.id and t.lang = a.original_lang
    join article_versions v on v.article_id = a.id and v.lang = t.lang and v.number = t.head
    where a.origin = ${origin} and ${editable(ctx)}
    order by a.id desc limit 5`.execute(ctx.db)
  return rows
}
