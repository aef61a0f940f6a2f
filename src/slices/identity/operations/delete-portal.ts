import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { PortalKey } from '../portal-rules.ts'
import { deletePortal as deleteRow, findPortal } from '../store/portals.ts'

export const deletePortal = defineOperation({
  name: 'identity.deletePortal',
  summary: 'Close a portal for good. The default one stays.',
  kind: 'command',
  http: { method: 'DELETE', path: '/portals/{key}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  confirm: true,
  input: z.object({ key: PortalKey }),
  output: z.object({}),
  load: (ctx, { key }) => findPortal(ctx.db, key),
  async handle(ctx, { key }, portal) {
    if (portal.is_default) throw refuse.conflict('identity.default_portal', 'identity.portal.isDefault')
    await deleteRow(ctx.db, portal.id)
    ctx.emit({ type: 'portal.deleted', subject: { kind: 'portal', id: portal.id }, payload: { key } })
    return {}
  },
})
