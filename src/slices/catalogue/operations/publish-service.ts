import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { findEditable } from '../store/services.ts'
import { publishVersion } from '../store/versions.ts'
import { checkDefinition } from './save-version.ts'

/** Puts the newest version in front of readers. */
export const publishService = defineOperation({
  name: 'catalogue.publish',
  summary: 'Publish the newest version of a service',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/services/{id}/publication' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({ version: z.number() }),
  load: (ctx, { id }) => findEditable(ctx, id, { lock: true }),
  async handle(ctx, { id }, service) {
    await checkDefinition(ctx, service.definition, service)
    await publishVersion(ctx, id, service.newestVersion, service.definition)
    ctx.emit({
      type: 'service.published',
      subject: { kind: 'service', id },
      payload: { version: service.newestVersion },
    })
    return { version: service.newestVersion }
  },
})
