import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'

export const listPermissions = defineOperation({
  name: 'identity.listPermissions',
  summary: 'List every permission that a role can be made of, with what it allows.',
  kind: 'query',
  http: { method: 'GET', path: '/permissions' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ name: z.string(), title: z.string() })) }),
  examples: [{ title: 'All permissions', input: {} }],
  async handle(ctx) {
    return { items: ctx.installation.permissions.map(({ name, title }) => ({ name, title: ctx.t(title) })) }
  },
})
