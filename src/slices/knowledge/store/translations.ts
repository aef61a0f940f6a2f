import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Content } from '../content.ts'
import type { State } from '../rules.ts'

type Lang = 'de' | 'en' | 'el'

/** A translation as it is worked on. */
export interface Translation {
  article_id: string
  lang: Lang
  slug: string
  state: State
  head: number
  published_version: number | null
  publish_at: Date | null
  submitted_by: string | null
  submitted_at: Date | null
  review_note: string | null
}

/** A saved version, with its content. */
export interface Version {
  number: number
  content: Content
  author_id: string | null
  author: string | null
  note: string | null
  created_at: Date
}

/** Translations of an article, locked against others when something is going to change. */
export async function listTranslations(ctx: Ctx, articleId: string): Promise<Translation[]> {
  const rows = await ctx.db
    .selectFrom('article_translations')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('lang')
    .execute()
  return rows as Translation[]
}

/** One translation, locked: two who change it at once come one after the other. */
export async function lockTranslation(ctx: Ctx, articleId: string, lang: string): Promise<Translation | undefined> {
  const row = await ctx.db
    .selectFrom('article_translations')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('lang', '=', lang as Lang)
    .forUpdate()
    .executeTakeFirst()
  return row as Translation | undefined
}

/** A version of a translation. */
export async function findVersion(
  ctx: Ctx,
  articleId: string,
  lang: string,
  number: number,
): Promise<Version | undefined> {
  const { rows } = await sql<VersionRow>`
    select v.*, p.name as author from article_versions v left join persons p on p.id = v.author_id
    where v.article_id = ${articleId} and v.lang = ${lang} and v.number = ${number}`.execute(ctx.db)
  return rows[0] && versionOf(rows[0])
}

/** Versions without their texts, newest first, below a number. */
export async function listVersions(ctx: Ctx, articleId: string, lang: string, limit: number, below?: number) {
  const { rows } = await sql<{
    number: number
    title: string
    author: string | null
    note: string | null
    created_at: Date
  }>`
    select v.number, v.title, p.name as author, v.note, v.created_at from article_versions v left join persons p on p.id = v.author_id
    where v.article_id = ${articleId} and v.lang = ${lang} and ${below ? sql`v.number < ${below}` : sql`true`}
    order by v.number desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** Who wrote the versions after a number. */
export async function listAuthorsSince(
  ctx: Ctx,
  articleId: string,
  lang: string,
  number: number,
): Promise<(string | null)[]> {
  const rows = await ctx.db
    .selectFrom('article_versions')
    .select('author_id')
    .distinct()
    .where('article_id', '=', articleId)
    .where('lang', '=', lang)
    .where('number', '>', number)
    .execute()
  return rows.map((row) => row.author_id)
}

/** Adds a version; its number must be one more than the newest. */
export async function insertVersion(
  ctx: Ctx,
  articleId: string,
  lang: Lang,
  number: number,
  content: Content,
  note: string | null,
) {
  const { fixedIn, ...rest } = content
  await ctx.db
    .insertInto('article_versions')
    .values({
      ...rest,
      fixed_in: fixedIn,
      article_id: articleId,
      lang,
      number,
      note,
      author_id: ctx.actor.personId,
      created_at: ctx.now(),
    })
    .execute()
}

/** Begins a translation; its first version follows. */
export async function insertTranslation(ctx: Ctx, articleId: string, lang: Lang, slug: string) {
  await ctx.db.insertInto('article_translations').values({ article_id: articleId, lang, slug, head: 1 }).execute()
}

/** Changes what is known of a translation. */
export async function updateTranslation(
  ctx: Ctx,
  { article_id, lang }: Pick<Translation, 'article_id' | 'lang'>,
  change: Partial<Omit<Translation, 'article_id' | 'lang'>>,
) {
  await ctx.db
    .updateTable('article_translations')
    .set(change)
    .where('article_id', '=', article_id)
    .where('lang', '=', lang)
    .execute()
}

/** Notes that an article was changed now. */
export async function touchArticle(ctx: Ctx, id: string) {
  await ctx.db.updateTable('articles').set({ changed_at: ctx.now() }).where('id', '=', id).execute()
}

interface VersionRow extends Omit<Version, 'content'>, Omit<Content, 'fixedIn'> {
  fixed_in: string
}

function versionOf(row: VersionRow): Version {
  const { title, summary, body, symptom, cause, workaround, keywords, tags } = row
  return {
    number: row.number,
    author_id: row.author_id,
    author: row.author,
    note: row.note,
    created_at: row.created_at,
    content: { title, summary, body, symptom, cause, workaround, fixedIn: row.fixed_in, keywords, tags },
  }
}
