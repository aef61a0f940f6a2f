import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../../kernel/paging.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { findWebhook, listAttempts, listDeliveries as listRows } from '../store/webhooks.ts'

const DeliveryView = z.object({
  id: Id,
  state: z.enum(['waiting', 'delivered', 'failed']),
  body: z.string(),
  createdAt: Instant,
  nextAt: Instant.nullable(),
  attempts: z.array(
    z.object({
      at: Instant,
      milliseconds: z.number(),
      status: z.number().nullable().describe('Null: no answer came'),
      answer: z.string().describe('The beginning of the answer, or what went wrong'),
    }),
  ),
})

/** The log of a web hook: every message with all its tries. */
export const listDeliveries = defineOperation({
  name: 'requests.listDeliveries',
  summary: 'List the messages to a web hook, newest first, with all tries and answers',
  kind: 'query',
  http: { method: 'GET', path: '/webhooks/{id}/deliveries' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ id: Id, ...PageInput }),
  output: pageOf(DeliveryView).extend({
    webhook: z.object({ id: Id, key: z.string(), title: z.string(), url: z.string(), isOn: z.boolean() }),
  }),
  load: (ctx, { id }) => findWebhook(ctx.db, { id }),
  async handle(ctx, { id, cursor, limit }, webhook) {
    const after = cursor === undefined ? null : Id.safeParse(decodeCursor(cursor, 1)[0])
    if (after && !after.success) throw refuse.field('cursor', 'refusal.cursor')
    const rows = await listRows(ctx.db, id, { after: after?.data ?? null, limit })
    const page = cutPage(rows, limit, (row) => [row.id])
    const attempts = await listAttempts(
      ctx.db,
      page.items.map((row) => row.id),
    )
    const attemptsOf = Map.groupBy(attempts, (one) => one.delivery_id)
    return {
      webhook: { id, key: webhook.key, title: webhook.title, url: webhook.url, isOn: webhook.is_on },
      items: page.items.map((row) => ({
        id: row.id,
        state: row.state,
        body: row.body,
        createdAt: row.created_at,
        nextAt: row.next_at,
        attempts: (attemptsOf.get(row.id) ?? []).map(({ at, milliseconds, status, answer }) => ({
          at,
          milliseconds,
          status,
          answer,
        })),
      })),
      next: page.next,
    }
  },
})
