import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { PortalKey } from '../portal-rules.ts'
import { findAudience } from '../store/audiences.ts'
import { findPortal, findPortalVersion, hostTaken, updatePortal } from '../store/portals.ts'

export const restorePortal = defineOperation({
  name: 'identity.restorePortal',
  summary: 'Bring an earlier version of a portal back, as a new version.',
  kind: 'command',
  http: { method: 'POST', path: '/portals/{key}/restoration' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ key: PortalKey, version: z.coerce.number().int().min(1).max(1e9) }),
  output: z.object({ version: z.number() }),
  load: (ctx, { key }) => findPortal(ctx.db, key),
  async handle(ctx, { version }, portal) {
    const old = await findPortalVersion(ctx.db, portal.id, version)
    if (!old) throw refuse.notFound()
    // What the old version points to may be gone by now: then the present one stays.
    const entryIsThere = !old.entryAudienceId || (await findAudience(ctx.db, old.entryAudienceId))
    if (await hostTaken(ctx.db, old.definition.hosts, portal.id))
      throw refuse.conflict('identity.host_taken', 'identity.portal.hostTaken')
    const content = { ...old, entryAudienceId: entryIsThere ? old.entryAudienceId : portal.entry_audience_id }
    if (!(await updatePortal(ctx.db, portal.id, portal.version, content, ctx.actor.personId)))
      throw refuse.conflict('identity.changed_meanwhile', 'identity.changedMeanwhile')
    ctx.emit({ type: 'portal.changed', subject: { kind: 'portal', id: portal.id }, payload: { key: portal.key } })
    return { version: portal.version + 1 }
  },
})
