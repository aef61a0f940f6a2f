import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { Texts, textIn } from '../rules.ts'
import { findRole } from '../store/roles.ts'
import { RoleView } from '../views.ts'

export const readRole = defineOperation({
  name: 'identity.readRole',
  summary: 'Read a role with its texts in all languages.',
  kind: 'query',
  http: { method: 'GET', path: '/roles/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: RoleView.extend({ names: Texts, allWords: Texts }),
  load: (ctx, { id }) => findRole(ctx.db, id),
  async handle(ctx, _input, role) {
    return {
      id: role.id,
      key: role.key,
      name: textIn(role.names, ctx.lang, role.key),
      words: textIn(role.words, ctx.lang),
      builtIn: role.built_in,
      permissions: role.permissions,
      names: role.names as Texts,
      allWords: role.words as Texts,
    }
  },
})
