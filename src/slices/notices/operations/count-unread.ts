import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { countUnread as count } from '../store.ts'

/** For the bell: how much is unread, and whether the page at hand is what some of it is about. */
export const countUnread = defineOperation({
  name: 'notices.countUnread',
  summary: 'Count what I have not read, up to a hundred',
  kind: 'query',
  http: { method: 'GET', path: '/notifications/unread' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ path: z.string().max(400).default('').describe('Path of the page that is being read') }),
  output: z.object({ count: z.number().int(), here: z.boolean() }),
  examples: [{ title: 'Mine', input: {} }],
  handle: async (ctx, { path }) =>
    ctx.actor.personId === null
      ? { count: 0, here: false }
      : count(ctx.db, ctx.actor.personId, path.replaceAll('\u0000', '')),
})
