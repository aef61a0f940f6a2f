import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { audienceChoices } from '../../identity/index.ts'
import type { Names } from './convert.ts'

/** What names in a source may stand for: categories, products and audiences by key, owners by key or address. */
export async function readNames(ctx: Ctx): Promise<Names> {
  const categories = await ctx.db
    .selectFrom('categories')
    .select(['key', 'id', 'audience_id', 'portals'])
    .limit(5000)
    .execute()
  const products = await ctx.db.selectFrom('products').select(['key', 'id']).limit(5000).execute()
  const owners = await sql<{ name: string; id: string }>`
    select unnest(array_remove(array[email, external_key], null)) as name, id from persons where state = 'active' limit 10000`.execute(
    ctx.db,
  )
  return {
    categories: new Map(
      categories.map((row) => [row.key, { id: row.id, audienceId: row.audience_id, portals: row.portals }]),
    ),
    products: new Map(products.map((row) => [row.key, row.id])),
    audiences: new Map((await audienceChoices(ctx)).map(({ key, id }) => [key, id])),
    owners: new Map(owners.rows.map((row) => [row.name, row.id])),
  }
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
