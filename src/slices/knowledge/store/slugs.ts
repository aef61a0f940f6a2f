import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Until the end of the transaction nobody else gives addresses: two articles of one title, begun at once, come one after the other. */
export async function lockSlugs(ctx: Ctx) {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge.slugs'))`.execute(ctx.db)
}

/** An address nobody has in this language: the wish itself, or with the next number behind it. */
export async function freeSlug(ctx: Ctx, wish: string, lang: string): Promise<string> {
  await lockSlugs(ctx)
  const { rows } = await sql<{ slug: string }>`
    select slug from article_translations where lang = ${lang} and (slug = ${wish} or slug ~ ${`^${wish}-[0-9]+$`})`.execute(
    ctx.db,
  )
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`
}

/** Whether another article has this address. */
export async function isSlugTaken(ctx: Ctx, slug: string, lang: string, articleId: string): Promise<boolean> {
  await lockSlugs(ctx)
  const row = await ctx.db
    .selectFrom('article_translations')
    .select('article_id')
    .where('slug', '=', slug)
    .where('lang', '=', lang as 'de')
    .where('article_id', '<>', articleId)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers an address that an article leaves, and forgets that another one had the address that it takes. */
export async function moveSlug(ctx: Ctx, articleId: string, lang: string, from: string, to: string) {
  await ctx.db.deleteFrom('slug_history').where('slug', '=', to).where('lang', '=', lang).execute()
  await sql`insert into slug_history (slug, lang, article_id, until) values (${from}, ${lang}, ${articleId}, ${ctx.now()})
    on conflict (slug, lang) do update set article_id = excluded.article_id, until = excluded.until`.execute(ctx.db)
  await sql`update article_translations set slug = ${to} where article_id = ${articleId} and lang = ${lang}`.execute(
    ctx.db,
  )
}
