import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { PortalDefinition } from '../portal-definition.ts'
import { PortalInput, PortalKey } from '../portal-rules.ts'
import { findAudience } from '../store/audiences.ts'
import { findPortal, hostTaken, updatePortal } from '../store/portals.ts'

export const changePortal = defineOperation({
  name: 'identity.changePortal',
  summary:
    'Change a portal; what is left out stays. Makes a new version, and is refused when somebody else has changed it meanwhile.',
  kind: 'command',
  http: { method: 'PATCH', path: '/portals/{key}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z
    .object({ key: PortalKey, version: z.coerce.number().int().min(1).max(1e9) })
    .extend(z.object(PortalInput).partial().shape),
  output: z.object({ version: z.number() }),
  load: (ctx, { key }) => findPortal(ctx.db, key),
  async handle(ctx, { version, ...change }, portal) {
    const { key: _key, entryAudienceId, logoFileId, ...parts } = change
    const definition = { ...PortalDefinition.parse(portal.definition), ...parts }
    if (entryAudienceId && !(await findAudience(ctx.db, entryAudienceId)))
      throw refuse.field('entryAudienceId', 'refusal.choice')
    if (await hostTaken(ctx.db, definition.hosts, portal.id)) throw refuse.field('hosts', 'identity.portal.hostTaken')
    if (logoFileId && logoFileId !== portal.logo_file_id) await takeLogo(logoFileId)
    const content = {
      definition,
      entryAudienceId: entryAudienceId === undefined ? portal.entry_audience_id : entryAudienceId,
      logoFileId: logoFileId === undefined ? portal.logo_file_id : logoFileId,
    }
    if (!(await updatePortal(ctx.db, portal.id, version, content, ctx.actor.personId)))
      throw refuse.conflict('identity.changed_meanwhile', 'identity.changedMeanwhile')
    ctx.emit({ type: 'portal.changed', subject: { kind: 'portal', id: portal.id }, payload: { key: portal.key } })
    return { version: version + 1 }

    async function takeLogo(id: string) {
      const file = await ctx.files.find(id)
      if (!file || file.width === null) throw refuse.field('logo', 'identity.portal.logoPicture')
      await ctx.files.claim([id], `portal:${portal.id}`)
    }
  },
})
