import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** A category as administrators keep it. */
export interface StoredCategory {
  id: string
  key: string
  parent_id: string | null
  path: string[]
  position: number
  icon: string
  audience_id: string | null
  portals: string[]
}

export interface CategoryTranslation {
  lang: Lang
  title: string
  description: string
  slug: string
}

/** Adds categories with their translations; parents first. */
export async function insertCategories(
  ctx: Ctx,
  categories: (StoredCategory & { translations: CategoryTranslation[] })[],
) {
  if (categories.length === 0) return
  await ctx.db
    .insertInto('categories')
    .values(categories.map(({ translations: _, ...category }) => category))
    .execute()
  await ctx.db
    .insertInto('category_translations')
    .values(categories.flatMap(({ id, translations }) => translations.map((one) => ({ ...one, category_id: id }))))
    .execute()
}

/** Every category, parents first. */
export async function listStoredCategories(ctx: Ctx): Promise<StoredCategory[]> {
  return ctx.db
    .selectFrom('categories')
    .select(['id', 'key', 'parent_id', 'path', 'position', 'icon', 'audience_id', 'portals'])
    .orderBy('key')
    .execute()
}

/** Adds products. */
export async function insertProducts(
  ctx: Ctx,
  products: {
    id: string
    key: string
    icon: string
    titles: Record<string, string>
    portals: string[]
    position: number
  }[],
) {
  if (products.length === 0) return
  const rows = products.map((product) => ({ ...product, titles: JSON.stringify(product.titles) }))
  await ctx.db.insertInto('products').values(rows).execute()
}

/** A category with its texts, for those who keep the tree. */
export async function listCategoriesForKeeping(ctx: Ctx) {
  const { rows } = await sql<StoredCategory & { translations: CategoryTranslation[]; articles: number }>`
    select c.id, c.key, c.parent_id, c.path::text[] as path, c.position, c.icon, c.audience_id, c.portals,
      (select json_agg(json_build_object('lang', t.lang, 'title', t.title, 'description', t.description, 'slug', t.slug) order by t.lang)
        from category_translations t where t.category_id = c.id) as translations,
      (select count(*)::int from articles a where a.category_id = c.id) as articles
    from categories c order by cardinality(c.path), c.position, c.key`.execute(ctx.db)
  return inTreeOrder(rows)
}

/** Parents, each followed by its children, as the tree is read. */
function inTreeOrder<C extends { id: string; parent_id: string | null }>(categories: C[]): C[] {
  const children = Map.groupBy(categories, (category) => category.parent_id)
  const below = (parent: string | null): C[] => (children.get(parent) ?? []).flatMap((one) => [one, ...below(one.id)])
  return below(null)
}

/** One category. */
export async function findStoredCategory(ctx: Ctx, id: string): Promise<StoredCategory | undefined> {
  return ctx.db
    .selectFrom('categories')
    .select(['id', 'key', 'parent_id', 'path', 'position', 'icon', 'audience_id', 'portals'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Changes a category and replaces its texts. Articles that had its portals follow it. */
export async function updateCategory(
  ctx: Ctx,
  before: StoredCategory,
  change: Pick<StoredCategory, 'icon' | 'audience_id' | 'portals' | 'position'>,
  translations: CategoryTranslation[],
) {
  await ctx.db.updateTable('categories').set(change).where('id', '=', before.id).execute()
  await ctx.db.deleteFrom('category_translations').where('category_id', '=', before.id).execute()
  await ctx.db
    .insertInto('category_translations')
    .values(translations.map((one) => ({ ...one, category_id: before.id })))
    .execute()
  await sql`update articles set portals = ${change.portals}::text[]
    where category_id = ${before.id} and portals = ${before.portals}::text[]`.execute(ctx.db)
}

/** Whether something hangs on a category: categories or articles. */
export async function isInUse(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from categories where parent_id = ${id}) or exists (select 1 from articles where category_id = ${id}) as used`.execute(
    ctx.db,
  )
  return rows[0]?.used ?? false
}

/** Removes a category that nothing hangs on. */
export async function deleteCategory(ctx: Ctx, id: string) {
  await ctx.db.deleteFrom('categories').where('id', '=', id).execute()
}

/** Addresses of a language that other categories have. */
export async function isCategorySlugTaken(ctx: Ctx, slug: string, lang: Lang, except: string | null): Promise<boolean> {
  const { rows } = await sql`select 1 from category_translations
    where slug = ${slug} and lang = ${lang} and category_id is distinct from ${except}::uuid`.execute(ctx.db)
  return rows.length > 0
}

/** Every product, for those who keep them and for choosing. */
export async function listStoredProducts(ctx: Ctx) {
  const { rows } = await sql<{
    id: string
    key: string
    icon: string
    titles: Record<string, string>
    portals: string[]
    position: number
    articles: number
  }>`
    select x.*, (select count(*)::int from article_products ap where ap.product_id = x.id) as articles
    from products x order by x.position, x.key limit 500`.execute(ctx.db)
  return rows
}

/** Changes a product. */
export async function updateProduct(
  ctx: Ctx,
  id: string,
  change: { icon: string; titles: Record<string, string>; portals: string[] },
) {
  await ctx.db
    .updateTable('products')
    .set({ ...change, titles: JSON.stringify(change.titles) })
    .where('id', '=', id)
    .execute()
}

/** One product. */
export async function findProduct(ctx: Ctx, id: string) {
  return ctx.db.selectFrom('products').select(['id', 'key']).where('id', '=', id).executeTakeFirst()
}

/** Removes a product; articles about it stay. */
export async function deleteProduct(ctx: Ctx, id: string) {
  await ctx.db.deleteFrom('products').where('id', '=', id).execute()
}

/** Whether a key is in use. */
export async function isProductKey(ctx: Ctx, key: string): Promise<boolean> {
  return (await ctx.db.selectFrom('products').select('id').where('key', '=', key).executeTakeFirst()) !== undefined
}
