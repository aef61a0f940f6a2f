import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { deleteProvider, findProvider } from '../store/sso-providers.ts'
import { Key } from '../views.ts'

export const deleteSsoProvider = defineOperation({
  name: 'identity.deleteSsoProvider',
  summary: 'Remove an identity provider; people who signed in through it need another way.',
  kind: 'command',
  http: { method: 'DELETE', path: '/sso-providers/{key}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ key: Key }),
  output: z.object({}),
  load: (ctx, { key }) => findProvider(ctx.db, key),
  async handle(ctx, { key }) {
    await deleteProvider(ctx.db, key)
    ctx.emit({ type: 'sso-provider.deleted', subject: { kind: 'sso-provider', id: key } })
    return {}
  },
})
