import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { audienceChoices } from '../../identity/index.ts'
import type { Names } from './convert.ts'

/** What names in a source may stand for: categories and products by key or title, audiences by key, owners by key or address. */
export async function readNames(ctx: Ctx): Promise<Names> {
  const categories = await ctx.db
    .selectFrom('categories as c')
    .select(['key', 'id', 'audience_id', 'portals'])
    .select(sql<string[]>`array(select title from category_translations where category_id = c.id)`.as('titles'))
    .limit(5000)
    .execute()
  const products = await sql<{ key: string; id: string; titles: string[] }>`
    select key, id, array(select value from jsonb_each_text(titles)) as titles from products limit 5000`.execute(ctx.db)
  const owners = await sql<{ name: string; id: string }>`
    select unnest(array_remove(array[email, external_key], null)) as name, id from persons where state = 'active' limit 10000`.execute(
    ctx.db,
  )
  return {
    categories: byName(
      categories.map(({ key, titles, id, audience_id, portals }) => ({
        key,
        titles,
        value: { id, audienceId: audience_id, portals },
      })),
    ),
    products: byName(products.rows.map(({ key, titles, id }) => ({ key, titles, value: id }))),
    audiences: new Map((await audienceChoices(ctx)).map(({ key, id }) => [key, id])),
    owners: new Map(owners.rows.map((row) => [row.name, row.id])),
  }
}

/** By key, and by title in small letters; a title that two share stands for neither. */
function byName<T>(things: { key: string; titles: string[]; value: T }[]): Map<string, T> {
  const titled = things.flatMap(({ titles, value }) =>
    [...new Set(titles.map((title) => title.toLowerCase()))].map((title) => [title, value] as const),
  )
  const alone = [...Map.groupBy(titled, ([title]) => title).values()].flatMap((same) => (same.length === 1 ? same : []))
  return new Map([...alone, ...things.map(({ key, value }) => [key, value] as const)])
}

/** Id of the article with each external key that is known. */
export async function idsOfKeys(ctx: Ctx, keys: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; id: string }>`
    select external_key as key, id from articles where external_key = any(${keys})`.execute(ctx.db)
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** Articles written here have no external key; when an export names one by its id, the id becomes its key, so that it is found again. */
export async function adoptIds(ctx: Ctx, keys: string[]): Promise<void> {
  const ids = keys.filter((key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key))
  if (ids.length > 0)
    await sql`update articles set external_key = id::text where id = any(${ids}::uuid[]) and external_key is null`.execute(
      ctx.db,
    )
}
