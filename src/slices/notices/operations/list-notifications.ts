import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { said } from '../notify.ts'
import { listNotifications as listRows } from '../store.ts'

/** What one was told, the newest first. */
export const listNotifications = defineOperation({
  name: 'notices.list',
  summary: 'List what I was told, the newest first',
  kind: 'query',
  http: { method: 'GET', path: '/notifications' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ ...PageInput, show: z.enum(['all', 'unread']).default('all') }),
  output: pageOf(
    z.object({
      id: Id,
      kind: z.string(),
      title: z.string(),
      text: z.string().nullable(),
      path: z.string(),
      portal: z.string(),
      isRead: z.boolean(),
      at: Instant,
    }),
  ),
  examples: [{ title: 'What I have not read', input: { show: 'unread' } }],
  async handle(ctx, { cursor, limit, show }) {
    if (ctx.actor.personId === null) return { items: [], next: null }
    const after = cursor ? Id.safeParse(decodeCursor(cursor, 1)[0]) : null
    if (after && !after.success) throw refuse.field('cursor', 'refusal.cursor')
    const rows = await listRows(ctx.db, ctx.actor.personId, {
      after: after?.data ?? null,
      unread: show === 'unread',
      limit: limit + 1,
    })
    const { items, next } = cutPage(rows, limit, (row) => [row.id])
    return {
      next,
      items: items.map(({ title, body, readAt, createdAt, ...row }) => ({
        ...row,
        title: said(ctx.t, title),
        text: body && said(ctx.t, body),
        isRead: readAt !== null,
        at: createdAt,
      })),
    }
  },
})
