import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, VersionNumber } from '../../../kernel/schema.ts'
import { findEditable } from '../store/services.ts'
import { addVersion, findVersion } from '../store/versions.ts'

/** Makes an earlier version the newest again: nothing in between is lost. */
export const restoreVersion = defineOperation({
  name: 'catalogue.restore',
  summary: 'Make an earlier version of a service the newest again',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/services/{id}/versions/{version}/restoration' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id, version: VersionNumber }),
  output: z.object({ version: z.number() }),
  load: (ctx, { id }) => findEditable(ctx, id, { lock: true }),
  async handle(ctx, { id, version }, service) {
    const earlier = await findVersion(ctx.db, id, version)
    if (!earlier) throw refuse.notFound()
    const made = await addVersion(ctx, service, earlier, ctx.t('catalogue.versions.restored', { version }))
    ctx.emit({ type: 'service.saved', subject: { kind: 'service', id }, payload: { version: made } })
    return { version: made }
  },
})
