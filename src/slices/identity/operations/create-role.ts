import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { keyOf } from '../../../kernel/slug.ts'
import { checkPermissions } from '../role-permissions.ts'
import { Texts, textIn } from '../rules.ts'
import { hasRoleKey, insertRole } from '../store/roles.ts'
import { Names, Permissions } from '../views.ts'

export const createRole = defineOperation({
  name: 'identity.createRole',
  summary: 'Make a role: names, words, permissions.',
  kind: 'command',
  http: { method: 'POST', path: '/roles' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ names: Names, words: Texts.default({}), permissions: Permissions }),
  output: z.object({ id: Id }),
  async handle(ctx, content) {
    checkPermissions(ctx, content.permissions)
    const key = keyOf(textIn(content.names, 'en'), 60)
    if (await hasRoleKey(ctx.db, key)) throw refuse.field('names', 'identity.name.taken')
    const id = await insertRole(ctx.db, key, content)
    ctx.emit({ type: 'role.created', subject: { kind: 'role', id } })
    return { id }
  },
})
