import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { audienceChoices } from '../../../identity/index.ts'

/** Whom an announcement may be for. */
export const listAudiences = defineOperation({
  name: 'requests.listAudiences',
  summary: 'List the audiences that an announcement may be for',
  kind: 'query',
  http: { method: 'GET', path: '/desk/audiences' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({ audiences: z.array(z.object({ id: Id, name: z.string() })) }),
  examples: [{ title: 'All audiences', input: {} }],
  handle: async (ctx) => ({ audiences: await audienceChoices(ctx) }),
})
