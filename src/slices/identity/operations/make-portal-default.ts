import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { PortalKey } from '../portal-rules.ts'
import { findPortal, setDefaultPortal } from '../store/portals.ts'

export const makePortalDefault = defineOperation({
  name: 'identity.makePortalDefault',
  summary: 'Make this portal the one whose addresses begin without a key.',
  kind: 'command',
  http: { method: 'POST', path: '/portals/{key}/default' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ key: PortalKey }),
  output: z.object({}),
  load: (ctx, { key }) => findPortal(ctx.db, key),
  async handle(ctx, { key }, portal) {
    await setDefaultPortal(ctx.db, portal.id)
    ctx.emit({ type: 'portal.changed', subject: { kind: 'portal', id: portal.id }, payload: { key } })
    return {}
  },
})
