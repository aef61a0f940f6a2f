import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** What the slice keeps about a person. Articles belong to the organisation: listed by title, not in full. */
export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select coalesce(json_agg(json_build_object('article', article_id, 'lang', lang, 'version', number, 'title', title, 'at', created_at)), '[]')
        from article_versions where author_id = ${personId}) as versions,
      (select coalesce(json_agg(json_build_object('article', article_id, 'lang', lang, 'content', content, 'at', saved_at)), '[]')
        from article_drafts where person_id = ${personId}) as drafts,
      (select coalesce(json_agg(id), '[]') from articles where owner_id = ${personId}) as owns`.execute(ctx.db)
  return rows[0] ?? {}
}

/** Takes a person's name off what they wrote, and removes what they had not saved. */
export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.deleteFrom('article_drafts').where('person_id', '=', personId).execute()
  await ctx.db.deleteFrom('article_presence').where('person_id', '=', personId).execute()
  await ctx.db.updateTable('article_versions').set({ author_id: null }).where('author_id', '=', personId).execute()
  await ctx.db
    .updateTable('article_publications')
    .set({ published_by: null })
    .where('published_by', '=', personId)
    .execute()
  await ctx.db
    .updateTable('article_translations')
    .set({ submitted_by: null })
    .where('submitted_by', '=', personId)
    .execute()
  await ctx.db.updateTable('article_feedback').set({ handled_by: null }).where('handled_by', '=', personId).execute()
  await sql`update articles set owner_id = nullif(owner_id, ${personId}::uuid), checked_by = nullif(checked_by, ${personId}::uuid),
    created_by = nullif(created_by, ${personId}::uuid)
    where ${personId}::uuid in (owner_id, checked_by, created_by)`.execute(ctx.db)
}
