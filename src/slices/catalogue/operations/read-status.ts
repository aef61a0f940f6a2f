import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput } from '../../../kernel/paging.ts'
import { listCurrent, listPast } from '../store/announcements.ts'
import { listVisible } from '../store/services.ts'
import { AnnouncementView, announcementView, cardOf, ServiceCard } from '../views.ts'

/** Services that the status page shows at most. */
const MOST_SHOWN = 300

export const readStatus = defineOperation({
  name: 'catalogue.readStatus',
  summary: 'How all services work just now, what is planned, and what was',
  kind: 'query',
  http: { method: 'GET', path: '/status' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: true,
  input: z.object(PageInput),
  output: z.object({
    services: z.array(ServiceCard),
    current: z.array(AnnouncementView),
    planned: z.array(AnnouncementView),
    past: z.object({ items: z.array(AnnouncementView), next: z.string().nullable() }),
  }),
  examples: [{ title: 'Now', input: {} }],
  async handle(ctx, { cursor, limit }) {
    const after = cursor ? decodeCursor(cursor, 2) : null
    const past = await listPast(ctx, {
      after: after && { endedAt: String(after[0]), id: String(after[1]) },
      limit: limit + 1,
    })
    const { items, next } = cutPage(past, limit, (row) => [row.endedAt?.toISOString() ?? '', row.id])
    const view = (one: (typeof past)[number]) => announcementView(ctx, one)
    return {
      services: (await listVisible(ctx, {}, { after: null, limit: MOST_SHOWN })).map((service) => cardOf(ctx, service)),
      current: (await listCurrent(ctx, {})).map(view),
      planned: (await listCurrent(ctx, { planned: true })).map(view),
      past: { items: items.map(view), next },
    }
  },
})
