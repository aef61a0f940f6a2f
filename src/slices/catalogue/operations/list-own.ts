import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { listFavouriteIds, listRecentIds } from '../store/own.ts'
import { listVisible } from '../store/services.ts'
import { cardOf, ServiceCard } from '../views.ts'

/** Shown of each at most. */
const MOST = 4

/** Favourites and what was ordered last, as far as the reader may still see them. */
export const listOwn = defineOperation({
  name: 'catalogue.listOwn',
  summary: 'List my favourite services and those I ordered last',
  kind: 'query',
  http: { method: 'GET', path: '/services/mine' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({ recent: z.array(ServiceCard), favourites: z.array(z.string()).describe('Keys') }),
  examples: [{ title: 'Mine', input: {} }],
  async handle(ctx) {
    const favourites = await listFavouriteIds(ctx, 50)
    const recent = await listRecentIds(ctx, MOST)
    const ids = [...new Set([...favourites, ...recent])]
    const services = ids.length > 0 ? await listVisible(ctx, { ids }, { after: null, limit: ids.length }) : []
    return {
      recent: services.slice(0, MOST).map((service) => cardOf(ctx, service)),
      favourites: services.filter((service) => favourites.includes(service.id)).map((service) => service.key),
    }
  },
})
