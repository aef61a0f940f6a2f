import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { findEditable } from '../store/services.ts'
import { setServiceState } from '../store/versions.ts'

/** Takes a service out of the catalogue. Orders and what people have of it stay as they are. */
export const retireService = defineOperation({
  name: 'catalogue.retire',
  summary: 'Take a service out of the catalogue; orders under way go on',
  kind: 'command',
  http: { method: 'DELETE', path: '/catalogue/services/{id}/publication' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findEditable(ctx, id, { lock: true }),
  async handle(ctx, { id }, service) {
    if (service.state !== 'published')
      throw refuse.conflict('catalogue.not_published', 'catalogue.refusal.notPublished')
    await setServiceState(ctx, id, 'retired')
    ctx.emit({ type: 'service.retired', subject: { kind: 'service', id } })
    return {}
  },
})
