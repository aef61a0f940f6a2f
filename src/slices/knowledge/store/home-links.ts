import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { bestTranslation, visible, visibleCategory } from './visible.ts'

/** Addresses of articles by their external keys, in a language or the nearest; those that the actor may not read are left out. */
export async function findSlugsByKey(ctx: Ctx, keys: readonly string[], lang: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; slug: string }>`
    select a.external_key as key, t.slug
    from articles a
    cross join lateral (
      select p.lang from article_publications p where p.article_id = a.id order by ${bestTranslation(lang)} limit 1
    ) p
    join article_translations t on t.article_id = a.id and t.lang = p.lang
    where a.external_key = any(${[...keys]}) and ${visible(ctx)}`.execute(ctx.db)
  return new Map(rows.map(({ key, slug }) => [key, slug]))
}

/** Addresses of categories by their keys, as far as the actor may see them. */
export async function findCategorySlugsByKey(
  ctx: Ctx,
  keys: readonly string[],
  lang: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; slug: string }>`
    select c.key, n.slug
    from categories c
    cross join lateral (
      select slug from category_translations x where x.category_id = c.id order by (x.lang = ${lang}) desc, x.lang limit 1
    ) n
    where c.key = any(${[...keys]}) and ${visibleCategory(ctx)}`.execute(ctx.db)
  return new Map(rows.map(({ key, slug }) => [key, slug]))
}
