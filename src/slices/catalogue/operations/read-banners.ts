import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Instant } from '../../../kernel/schema.ts'

/** Shown above a page at most. */
const MOST = 3

export const readBanners = defineOperation({
  name: 'catalogue.readBanners',
  summary: 'What affects the reader just now: outages, disturbances, maintenance',
  kind: 'query',
  http: { method: 'GET', path: '/banners' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: true,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        tone: z.enum(['bad', 'warn', 'info']),
        title: z.string(),
        text: z.string(),
        path: z.string(),
        until: Instant.nullable(),
      }),
    ),
  }),
  examples: [{ title: 'Now', input: {} }],
  handle: async (ctx) => ({
    items: (await Promise.all(ctx.banners.map((source) => source(ctx)))).flat().slice(0, MOST),
  }),
})
