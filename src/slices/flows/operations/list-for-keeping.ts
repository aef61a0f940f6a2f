import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { Instant } from '../../../kernel/schema.ts'
import { listKept } from '../store/keeping.ts'
import { textAndLang } from '../texts.ts'

/** All flows, published or not, with how often they were begun and helped. */
export const listForKeeping = defineOperation({
  name: 'flows.listForKeeping',
  summary: 'List all guided help for its editors, with the figures of the published versions',
  kind: 'query',
  http: { method: 'GET', path: '/flow-drafts' },
  channels: ['web', 'api', 'mcp'],
  requires: 'flows.write',
  input: z.object(PageInput),
  output: pageOf(
    z.object({
      key: z.string(),
      title: z.string(),
      topic: z.string(),
      version: z.number().int().nullable(),
      isAhead: z.boolean().describe('The draft differs from what people get'),
      begun: z.number().int(),
      helped: z.number().int(),
      notHelped: z.number().int(),
      changedAt: Instant,
    }),
  ),
  examples: [{ title: 'All', input: {} }],
  async handle(ctx, { cursor, limit }) {
    const [position, key] = cursor ? decodeCursor(cursor, 2) : []
    const after = cursor ? { position: Math.trunc(Number(position)) || 0, key: String(key) } : null
    const page = cutPage(await listKept(ctx, after, limit + 1), limit, (row) => [row.position, row.key])
    const items = page.items.map((row) => ({
      key: row.key,
      title: textAndLang(row.title, ctx.lang).text || row.key,
      topic: textAndLang(row.topic, ctx.lang).text,
      version: row.version,
      isAhead: row.is_ahead,
      begun: row.begun,
      helped: row.helped,
      notHelped: row.not_helped,
      changedAt: row.changed_at,
    }))
    return { items, next: page.next }
  },
})
