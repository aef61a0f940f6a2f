import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteRole as deleteRow, findRole } from '../store/roles.ts'

export const deleteRole = defineOperation({
  name: 'identity.deleteRole',
  summary: 'Delete a role that nobody holds. Roles that Theke needs stay.',
  kind: 'command',
  http: { method: 'DELETE', path: '/roles/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findRole(ctx.db, id),
  async handle(ctx, { id }, role) {
    if (role.built_in) throw refuse.conflict('identity.built_in', 'identity.role.builtIn')
    if (!(await deleteRow(ctx.db, id))) throw refuse.conflict('identity.in_use', 'identity.role.inUse')
    ctx.emit({ type: 'role.deleted', subject: { kind: 'role', id } })
    return {}
  },
})
