import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, encodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { cleanLine } from '../../../kernel/schema.ts'
import { textIn } from '../content.ts'
import { PRICE_KINDS, STATUSES } from '../rules.ts'
import { listCategories } from '../store/categories.ts'
import { countVisible, listVisible, type Narrowed } from '../store/services.ts'
import { cardOf, ServiceCard } from '../views.ts'

/** Services that a search brings at most. */
const MOST_FOUND = 100

const Count = z.object({ value: z.string(), name: z.string().nullable(), services: z.number() })

/** The catalogue, as the reader may see it. */
export const list = defineOperation({
  name: 'catalogue.list',
  summary: 'List the services that can be seen here, narrowed and searched',
  kind: 'query',
  http: { method: 'GET', path: '/services' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({
    q: z.string().max(500).transform(cleanLine).default('').describe('What is looked for, in own words'),
    category: z.string().max(60).optional(),
    price: z.enum(PRICE_KINDS).optional(),
    status: z.enum(STATUSES).optional(),
    orderable: z.stringbool().or(z.boolean()).optional().describe('Only what one may order'),
    ...PageInput,
  }),
  output: pageOf(ServiceCard).extend({
    categories: z.array(Count.extend({ icon: z.string(), description: z.string() })),
    prices: z.array(Count),
    statuses: z.array(Count),
    total: z.number(),
    orderable: z.number(),
  }),
  examples: [
    { title: 'Everything', input: {} },
    { title: 'By keyword', input: { q: 'Wallbox' } },
  ],
  async handle(ctx, { q, category, price, status, orderable, cursor, limit }) {
    const ids = q ? find(ctx, q) : undefined
    const narrowed: Narrowed = { category, price, status, orderable: orderable || undefined, ids }
    const counts = await countVisible(ctx, { ids })
    const left = (but: 'category' | 'price' | 'status' | 'orderable') =>
      counts.filter(
        (row) =>
          (but === 'category' || !category || row.category === category) &&
          (but === 'price' || !price || row.price === price) &&
          (but === 'status' || !status || row.status === status) &&
          (but === 'orderable' || !orderable || row.mayOrder),
      )
    const page = ids ? await found(ctx, narrowed, limit, cursor) : await inOrder(ctx, narrowed, limit, cursor)
    const categories = await listCategories(ctx.db)
    return {
      ...page,
      items: page.items.map((service) => cardOf(ctx, service)),
      categories: categories
        .map(({ key, icon, titles, descriptions }) => ({
          value: key,
          name: textIn(titles, ctx.lang),
          description: textIn(descriptions, ctx.lang),
          icon,
          services: sum(left('category').filter((row) => row.category === key)),
        }))
        .filter((one) => one.services > 0),
      prices: PRICE_KINDS.map((value) => ({
        value,
        name: null,
        services: sum(left('price').filter((row) => row.price === value)),
      })).filter((one) => one.services > 0),
      statuses: STATUSES.map((value) => ({
        value,
        name: null,
        services: sum(left('status').filter((row) => row.status === value)),
      })).filter((one) => one.services > 0),
      total: sum(left('orderable').filter((row) => !orderable || row.mayOrder)),
      orderable: sum(left('orderable').filter((row) => row.mayOrder)),
    }
  },
})

/** Ids of the services that the search finds, the best first. */
function find(ctx: Ctx, text: string): string[] {
  return ctx.search
    .search({
      text,
      lang: ctx.lang,
      audiences: ctx.actor.audiences,
      person: ctx.actor.personId,
      kinds: ['service'],
      filters: { portal: [ctx.actor.portal, '*'] },
      limit: MOST_FOUND,
    })
    .hits.map((hit) => hit.doc.id.split(':')[1] as string)
}

async function inOrder(ctx: Ctx, narrowed: Narrowed, limit: number, cursor: string | undefined) {
  const after = cursor ? decodeCursor(cursor, 2) : null
  const rows = await listVisible(ctx, narrowed, {
    after: after && { position: Number(after[0]), key: String(after[1]) },
    limit: limit + 1,
  })
  return cutPage(rows, limit, (row) => [row.position, row.key])
}

/** What was found comes in the order of how well it fits. */
async function found(ctx: Ctx, narrowed: Narrowed, limit: number, cursor: string | undefined) {
  const skip = cursor ? Number(decodeCursor(cursor, 1)[0]) : 0
  const rows = await listVisible(ctx, narrowed, { after: null, limit: MOST_FOUND })
  const reached = skip + limit
  return { items: rows.slice(skip, reached), next: reached < rows.length ? encodeCursor([reached]) : null }
}

function sum(rows: readonly { services: number }[]): number {
  return rows.reduce((total, row) => total + row.services, 0)
}
