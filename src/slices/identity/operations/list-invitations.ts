import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { listOpenInvitations } from '../store/invitations.ts'

export const listInvitations = defineOperation({
  name: 'identity.listInvitations',
  summary: 'List invitations that have neither been accepted nor withdrawn, newest first; at most 100.',
  kind: 'query',
  http: { method: 'GET', path: '/invitations' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        name: z.string(),
        email: z.string(),
        inviter: z.string().nullable(),
        sentAt: Instant,
        expiresAt: Instant,
        over: z.boolean(),
      }),
    ),
  }),
  examples: [{ title: 'Open invitations', input: {} }],
  async handle(ctx) {
    const rows = await listOpenInvitations(ctx.db, 100)
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        inviter: row.inviter,
        sentAt: row.created_at,
        expiresAt: row.expires_at,
        over: row.expires_at < ctx.now(),
      })),
    }
  },
})
