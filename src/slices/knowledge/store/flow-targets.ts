import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { bestTranslation, visible } from './visible.ts'

interface Target {
  key: string
  title: string
  slug: string
}

/** Articles that the actor may read as ends of guided help, by title. Their key survives an import: the external one, or else the id. */
export function listTargets(ctx: Ctx, lang: string, limit: number): Promise<Target[]> {
  return select(ctx, lang, sql<boolean>`true`, limit)
}

/** The article of a key, when the actor may read it. */
export async function findTarget(ctx: Ctx, lang: string, key: string): Promise<Target | undefined> {
  return (await select(ctx, lang, sql<boolean>`(a.external_key = ${key} or a.id::text = ${key})`, 1))[0]
}

async function select(ctx: Ctx, lang: string, which: RawBuilder<boolean>, limit: number): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select coalesce(a.external_key, a.id::text) as key, p.title, t.slug
    from articles a
    cross join lateral (
      select p.lang, p.title from article_publications p where p.article_id = a.id order by ${bestTranslation(lang)} limit 1
    ) p
    join article_translations t on t.article_id = a.id and t.lang = p.lang
    where ${visible(ctx)} and ${which} order by p.title limit ${limit}`.execute(ctx.db)
  return rows
}
