import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { markRead as mark } from '../store.ts'

/** Notes that something was read: one thing, all that leads to a page, or everything. */
export const markRead = defineOperation({
  name: 'notices.markRead',
  summary: 'Mark notifications as read: one, those that lead to a page, or all',
  kind: 'command',
  http: { method: 'POST', path: '/notifications/read' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id.optional(), path: z.string().max(400).optional() }),
  output: z.object({}),
  async handle(ctx, { id, path }) {
    if (ctx.actor.personId)
      await mark(ctx.db, ctx.actor.personId, { id, path: path?.replaceAll('\u0000', '') }, ctx.now())
    return {}
  },
})
