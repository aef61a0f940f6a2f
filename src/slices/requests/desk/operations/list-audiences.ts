import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { audienceChoices } from '../../../identity/index.ts'
import { listDisturbable } from '../incidents.ts'

/** Whom an announcement may be for, and what it may be about. */
export const listAudiences = defineOperation({
  name: 'requests.listAudiences',
  summary: 'List the audiences that an announcement may be for, and the services that it may be about',
  kind: 'query',
  http: { method: 'GET', path: '/desk/audiences' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({
    audiences: z.array(z.object({ id: Id, name: z.string() })),
    services: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  examples: [{ title: 'All audiences', input: {} }],
  handle: async (ctx) => ({
    audiences: await audienceChoices(ctx),
    services: (await listDisturbable(ctx)).map(({ value, label }) => ({ key: value, name: label })),
  }),
})
