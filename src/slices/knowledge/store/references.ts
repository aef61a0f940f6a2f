import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Content } from '../content.ts'
import { isId, readAddress } from '../markdown/addresses.ts'
import { filesOfContent, linksOfContent, namesIn, withIds } from '../markdown/references.ts'

/** The contents with articles that are named by key or address turned into ids, so that the links survive renaming. One query. */
export async function resolveNamesOf(ctx: Ctx, contents: readonly Content[]): Promise<Map<Content, Content>> {
  const named = contents.filter((content) => namesIn(content).length > 0)
  const names = named.flatMap(namesIn).flatMap(({ kind, name }) => (kind === 'article' ? [name] : []))
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; id: string }>`
    select slug as name, article_id as id from article_translations where slug = any(${names})
    union all select external_key, id from articles where external_key = any(${names})`.execute(ctx.db)
  const ids = new Map(rows.map(({ name, id }) => [`article:${name}`, id]))
  return new Map(named.map((content) => [content, withIds(content, ids)]))
}

/** Gives the pictures and attachments that a content shows, and that nobody has claimed yet, to the article. */
export async function claimFiles(ctx: Ctx, articleId: string, content: Content) {
  const wanted = filesOfContent(content)
  if (wanted.length === 0) return
  const own = new Set((await ctx.files.of(`article:${articleId}`)).map((file) => file.id))
  const missing = wanted.filter((id) => !own.has(id))
  const found = await Promise.all(missing.map((id) => ctx.files.find(id)))
  const unclaimed = found.flatMap((file) => (file && file.owner === null ? [file.id] : []))
  if (unclaimed.length > 0) await ctx.files.claim(unclaimed, `article:${articleId}`)
}

/** Notes where the newest versions of translations lead. */
export async function putLinksOf(
  ctx: Ctx,
  translations: { article_id: string; lang: 'de' | 'en' | 'el'; content: Content }[],
) {
  const ids = [...new Set(translations.map((one) => one.article_id))]
  if (ids.length === 0) return
  await sql`delete from article_links l using unnest(${translations.map((one) => one.article_id)}::uuid[], ${translations.map((one) => one.lang)}::text[])
    as changed (article_id, lang) where l.article_id = changed.article_id and l.lang = changed.lang`.execute(ctx.db)
  const rows = translations.flatMap(({ article_id, lang, content }) => {
    const links = new Map(
      linksOfContent(content)
        .filter((link) => !link.isPicture)
        .map((link) => [link.target.slice(0, 2000), link]),
    )
    return [...links].slice(0, 300).map(([target, { words }]) => {
      const address = readAddress(target)
      const id = address?.kind === 'article' && isId(address.id) ? address.id : null
      return { article_id, lang, target, words: words.slice(0, 200), article_target: id }
    })
  })
  for (let start = 0; start < rows.length; start += 5000)
    await ctx.db
      .insertInto('article_links')
      .values(rows.slice(start, start + 5000))
      .execute()
}
