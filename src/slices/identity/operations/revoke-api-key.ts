import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { revokeApiKeyRow } from '../store/api-keys.ts'

export const revokeApiKey = defineOperation({
  name: 'identity.revokeApiKey',
  summary: 'Revoke an API key: programs that use it are refused from now on.',
  kind: 'command',
  http: { method: 'DELETE', path: '/api-keys/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    if (!(await revokeApiKeyRow(ctx.db, id))) throw refuse.notFound()
    ctx.emit({ type: 'api-key.revoked', subject: { kind: 'api-key', id } })
    return {}
  },
})
