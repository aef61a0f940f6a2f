import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Content } from '../content.ts'
import { isId, readAddress } from '../markdown/addresses.ts'
import { findProblems, type Problem } from '../markdown/check.ts'
import { linksOfContent } from '../markdown/references.ts'

/** Everything wrong with a content: what the text shows, and where its links and pictures lead. */
export async function listProblems(ctx: Ctx, articleId: string, content: Content): Promise<Problem[]> {
  const links = linksOfContent(content).map((link) => ({ ...link, address: readAddress(link.target) }))
  const articles = links.flatMap(({ address }) => (address?.kind === 'article' ? [address.id] : []))
  const pictures = links.flatMap(({ address }) =>
    address?.kind === 'picture' || address?.kind === 'attachment' ? [address.id] : [],
  )
  const elsewhere = links.flatMap(({ address }) => (address?.kind === 'elsewhere' ? [address.url] : []))
  const problems = findProblems(content)
  const add = (kind: Problem['kind'], about: string) => problems.push({ kind, field: 'body', about })
  if (articles.length > 0) {
    const known = await listStates(ctx, articles.filter(isId))
    for (const id of new Set(articles)) {
      const about = links.find(({ address }) => address && 'id' in address && address.id === id)?.words || id
      if (!known.has(id)) add('article_missing', about)
      else if (!known.get(id)) add('article_not_published', about)
    }
  }
  if (pictures.length > 0) {
    const found = await Promise.all(
      [...new Set(pictures)].slice(0, 200).map(async (id) => [id, await ctx.files.find(id)] as const),
    )
    for (const [id, file] of found)
      if (!file || (file.owner !== null && file.owner !== `article:${articleId}`)) add('picture_missing', id)
  }
  if (elsewhere.length > 0) {
    const { rows } = await sql<{ url: string }>`
      select url from link_checks where url = any(${elsewhere}) and is_broken`.execute(ctx.db)
    for (const { url } of rows) add('elsewhere_broken', url)
  }
  return problems
}

/** Whether articles are published, by id; unknown ones are left out. */
async function listStates(ctx: Ctx, ids: string[]): Promise<Map<string, boolean>> {
  const rows = await ctx.db
    .selectFrom('articles')
    .select(['id', 'published_at'])
    .where('id', 'in', ids.length > 0 ? ids : [articleNobody])
    .execute()
  return new Map(rows.map((row) => [row.id, row.published_at !== null]))
}

const articleNobody = '00000000-0000-0000-0000-000000000000'
