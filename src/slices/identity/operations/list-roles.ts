import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { textIn } from '../rules.ts'
import { listRoleRows } from '../store/roles.ts'
import { RoleView } from '../views.ts'

export const listRoles = defineOperation({
  name: 'identity.listRoles',
  summary: 'List all roles with what they permit and how many people hold them.',
  kind: 'query',
  http: { method: 'GET', path: '/roles' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({ items: z.array(RoleView.extend({ people: z.number() })) }),
  examples: [{ title: 'All roles', input: {} }],
  async handle(ctx) {
    const rows = await listRoleRows(ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        key: row.key,
        name: textIn(row.names, ctx.lang, row.key),
        words: textIn(row.words, ctx.lang),
        builtIn: row.built_in,
        permissions: row.permissions,
        people: row.people,
      })),
    }
  },
})
