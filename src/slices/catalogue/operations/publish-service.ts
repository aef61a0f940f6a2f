import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { checkConditions, conditionFields } from '../../requests/index.ts'
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
    const { approval, formKey } = service.definition
    checkConditions(ctx, approval, await conditionFields(ctx, formKey, 'order'), { input: [] })
    await publishVersion(ctx, id, service.newestVersion, service.definition)
    ctx.emit({
      type: 'service.published',
      subject: { kind: 'service', id },
      payload: { version: service.newestVersion },
    })
    return { version: service.newestVersion }
  },
})
