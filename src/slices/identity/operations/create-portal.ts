import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Home } from '../portal-definition.ts'
import { PortalInput, PortalKey } from '../portal-rules.ts'
import { findAudience } from '../store/audiences.ts'
import { findPortal, hostTaken, insertPortal, listPortalRows } from '../store/portals.ts'

const { names, langs, hosts, accent, signUp, entryAudienceId } = PortalInput

export const createPortal = defineOperation({
  name: 'identity.createPortal',
  summary: 'Open another portal: its own addresses, brand, languages, and who may enter.',
  kind: 'command',
  http: { method: 'POST', path: '/portals' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ key: PortalKey, names, langs, hosts, accent, signUp, entryAudienceId }),
  output: z.object({ key: z.string() }),
  async handle(ctx, { key, entryAudienceId: entry, ...definition }) {
    if (await findPortal(ctx.db, key)) throw refuse.field('key', 'identity.key.taken')
    if (entry && !(await findAudience(ctx.db, entry))) throw refuse.field('entryAudienceId', 'refusal.choice')
    if (await hostTaken(ctx.db, definition.hosts, null)) throw refuse.field('hosts', 'identity.portal.hostTaken')
    const position = (await listPortalRows(ctx.db)).length
    const content = { definition: { ...definition, home: Home.parse({}) }, entryAudienceId: entry, logoFileId: null }
    const id = await insertPortal(ctx.db, key, position, content, ctx.actor.personId)
    ctx.emit({ type: 'portal.created', subject: { kind: 'portal', id }, payload: { key } })
    return { key }
  },
})
