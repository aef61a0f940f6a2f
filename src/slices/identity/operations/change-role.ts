import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { checkPermissions } from '../role-permissions.ts'
import { Texts } from '../rules.ts'
import { findRole, updateRole } from '../store/roles.ts'
import { Names, Permissions } from '../views.ts'

export const changeRole = defineOperation({
  name: 'identity.changeRole',
  summary: 'Change a role: names, words, permissions. What an administrator may is fixed.',
  kind: 'command',
  http: { method: 'PUT', path: '/roles/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, names: Names, words: Texts.default({}), permissions: Permissions }),
  output: z.object({}),
  load: (ctx, { id }) => findRole(ctx.db, id),
  async handle(ctx, { id, ...content }, role) {
    const fixed = role.key === 'administrator'
    const changed = content.permissions.filter((one) => !role.permissions.includes(one))
    const gone = role.permissions.filter((one) => one !== '*' && !content.permissions.includes(one))
    if (!fixed) checkPermissions(ctx, [...changed, ...gone])
    await updateRole(ctx.db, id, { ...content, permissions: fixed ? ['*'] : content.permissions })
    ctx.emit({ type: 'role.changed', subject: { kind: 'role', id } })
    return {}
  },
})
