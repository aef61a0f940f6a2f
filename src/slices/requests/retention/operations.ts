import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { retention } from './retention.ts'

/** For how long visitors stay known. */
export const readRetention = defineOperation({
  name: 'requests.readRetention',
  summary: 'Read for how many days closed requests keep who wrote them without an account',
  kind: 'query',
  http: { method: 'GET', path: '/request-retention' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: retention.schema,
  examples: [{ title: 'As it is set', input: {} }],
  handle: (ctx) => ctx.settings.get(retention),
})

/** Sets it; what is older goes in the next night. */
export const setRetention = defineOperation({
  name: 'requests.setRetention',
  summary: 'Set for how many days closed requests keep who wrote them without an account',
  kind: 'command',
  http: { method: 'PUT', path: '/request-retention' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ visitorDays: z.coerce.number().pipe(retention.schema.shape.visitorDays) }),
  output: retention.schema,
  async handle(ctx, { visitorDays }) {
    await ctx.settings.set(retention, { visitorDays })
    ctx.emit({
      type: 'request-retention.changed',
      subject: { kind: 'settings', id: retention.name },
      payload: { visitorDays },
    })
    return { visitorDays }
  },
})
