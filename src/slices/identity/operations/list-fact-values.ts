import { z } from 'zod'
import { FACTS } from '../../../kernel/audience.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { factValues } from '../fact-values.ts'

export const listFactValues = defineOperation({
  name: 'identity.listFactValues',
  summary: 'List what the rule of an audience can ask for: facts and their known values.',
  kind: 'query',
  http: { method: 'GET', path: '/audiences/facts' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.record(z.enum(FACTS), z.array(z.object({ value: z.string(), name: z.string() }))),
  examples: [{ title: 'All facts', input: {} }],
  handle: (ctx) => factValues(ctx),
})
