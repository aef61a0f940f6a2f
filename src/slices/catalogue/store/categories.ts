import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../content.ts'

export interface Category {
  id: string
  key: string
  icon: string
  position: number
  titles: unknown
  descriptions: unknown
}

/** All categories in their order, at most 200. */
export async function listCategories(db: Database): Promise<Category[]> {
  return db
    .selectFrom('service_categories')
    .select(['id', 'key', 'icon', 'position', 'titles', 'descriptions'])
    .orderBy('position')
    .orderBy('key')
    .limit(200)
    .execute()
}

/** All categories with how many services stand in each, whatever their state. */
export async function listCategoriesForKeeping(db: Database) {
  return db
    .selectFrom('service_categories as c')
    .select(['c.id', 'c.key', 'c.icon', 'c.position', 'c.titles', 'c.descriptions'])
    .select(sql<number>`(select count(*)::int from services s where s.category_id = c.id)`.as('services'))
    .orderBy('c.position')
    .orderBy('c.key')
    .limit(200)
    .execute()
}

interface CategoryContent {
  icon: string
  position: number
  titles: Texts
  descriptions: Texts
}

export async function insertCategory(db: Database, key: string, content: CategoryContent): Promise<string> {
  const row = await db
    .insertInto('service_categories')
    .values({ key, ...asJson(content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Changes a category; false when there is none. */
export async function updateCategory(db: Database, id: string, content: CategoryContent): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('service_categories')
    .set(asJson(content))
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes a category; its services stay, without one. False when there is none. */
export async function deleteCategory(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('service_categories').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

export async function isCategoryKeyTaken(db: Database, key: string): Promise<boolean> {
  return (
    (await db.selectFrom('service_categories').select('id').where('key', '=', key).executeTakeFirst()) !== undefined
  )
}

function asJson({ icon, position, titles, descriptions }: CategoryContent) {
  return { icon, position, titles: JSON.stringify(titles), descriptions: JSON.stringify(descriptions) }
}
