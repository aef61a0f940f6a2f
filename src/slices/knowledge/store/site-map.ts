import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { visible } from './visible.ts'

/** Addresses of articles that the actor may read, ordered by id, after an id. */
export async function listAddresses(ctx: Ctx, after: string | null, limit: number) {
  const { rows } = await sql<{ id: string; changed_at: Date; slugs: Record<string, string> }>`
    select a.id, max(p.published_at) as changed_at, json_object_agg(p.lang, t.slug) as slugs
    from articles a join article_publications p on p.article_id = a.id
    join article_translations t on t.article_id = p.article_id and t.lang = p.lang
    where ${visible(ctx)} and ${after ? sql`a.id > ${after}::uuid` : sql`true`}
    group by a.id order by a.id limit ${limit}`.execute(ctx.db)
  return rows
}
