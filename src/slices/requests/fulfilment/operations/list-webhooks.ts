import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { listWebhooks as listRows } from '../store/webhooks.ts'

export const listWebhooks = defineOperation({
  name: 'requests.listWebhooks',
  summary: 'List the web hooks: other systems that are told to do something',
  kind: 'query',
  http: { method: 'GET', path: '/webhooks' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        key: z.string(),
        title: z.string(),
        url: z.string(),
        isOn: z.boolean(),
        previousUntil: Instant.nullable().describe('Until when the secret before counts as well'),
        failed: z.number().describe('Messages that did not arrive'),
      }),
    ),
  }),
  examples: [{ title: 'All web hooks', input: {} }],
  async handle(ctx) {
    const rows = await listRows(ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        key: row.key,
        title: row.title,
        url: row.url,
        isOn: row.is_on,
        previousUntil: row.previous_until && row.previous_until > ctx.now() ? row.previous_until : null,
        failed: row.failed,
      })),
    }
  },
})
