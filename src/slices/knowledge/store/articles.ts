import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** What is common to all translations and can be changed. */
export interface ArticleProperties {
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  category_id: string | null
  owner_id: string | null
  audience_id: string | null
  portals: string[]
  expires_at: Date | null
  check_every: number | null
  check_due_at: Date | null
}

/** Adds an article; its first translation follows. */
export async function insertArticle(
  ctx: Ctx,
  article: Omit<ArticleProperties, 'expires_at' | 'check_every' | 'check_due_at'> & {
    id: string
    original_lang: 'de' | 'en' | 'el'
    /** What gave rise to it. */
    origin?: string | null
  },
) {
  const at = ctx.now()
  await ctx.db
    .insertInto('articles')
    .values({ ...article, created_by: ctx.actor.personId, created_at: at, changed_at: at })
    .execute()
}

/** Changes what is common to all translations. */
export async function updateArticle(ctx: Ctx, id: string, change: Partial<ArticleProperties>) {
  await ctx.db
    .updateTable('articles')
    .set({ ...change, changed_at: ctx.now() })
    .where('id', '=', id)
    .execute()
}

/** Notes that somebody has checked the article now, and when that is due again. */
export async function updateChecked(ctx: Ctx, id: string, due: Date | null) {
  await ctx.db
    .updateTable('articles')
    .set({
      checked_at: ctx.now(),
      checked_by: ctx.actor.personId,
      check_due_at: due,
      check_reminded_at: null,
      changed_at: ctx.now(),
    })
    .where('id', '=', id)
    .execute()
}

/** Replaces the products that an article is about; unknown ids are passed over. */
export async function putProducts(ctx: Ctx, id: string, products: string[]) {
  await ctx.db.deleteFrom('article_products').where('article_id', '=', id).execute()
  await sql`insert into article_products (article_id, product_id)
    select ${id}::uuid, id from products where id = any(${products}::uuid[])`.execute(ctx.db)
}

/** The category's audience and portals: what an article in it begins with. */
export async function findCategory(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('categories')
    .select(['id', 'audience_id', 'portals'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether an audience exists. */
export async function isAudience(ctx: Ctx, id: string): Promise<boolean> {
  return (await ctx.db.selectFrom('audiences').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
