import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { listApiKeyRows } from '../store/api-keys.ts'

export const listApiKeys = defineOperation({
  name: 'identity.listApiKeys',
  summary: 'List API keys that hold, newest first, at most 200. The keys themselves are not kept.',
  kind: 'query',
  http: { method: 'GET', path: '/api-keys' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        name: z.string(),
        hint: z.string(),
        person: z.string(),
        scopes: z.array(z.string()),
        createdAt: Instant,
        expiresAt: Instant.nullable(),
        usedAt: Instant.nullable(),
      }),
    ),
  }),
  examples: [{ title: 'All keys', input: {} }],
  async handle(ctx) {
    const rows = await listApiKeyRows(ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        hint: row.hint,
        person: row.person,
        scopes: row.scopes,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        usedAt: row.last_used_at,
      })),
    }
  },
})
