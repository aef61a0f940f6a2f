import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteAudience as deleteRow, findAudience } from '../store/audiences.ts'

export const deleteAudience = defineOperation({
  name: 'identity.deleteAudience',
  summary: 'Delete an audience that nothing refers to.',
  kind: 'command',
  http: { method: 'DELETE', path: '/audiences/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findAudience(ctx.db, id),
  async handle(ctx, { id }) {
    try {
      await deleteRow(ctx.db, id)
    } catch (error) {
      // foreign_key_violation, restrict_violation: articles, portals or others still refer to it
      if (['23503', '23001'].includes((error as { code?: string }).code ?? ''))
        throw refuse.conflict('identity.in_use', 'identity.audience.inUse')
      throw error
    }
    ctx.emit({ type: 'audience.deleted', subject: { kind: 'audience', id } })
    return {}
  },
})
