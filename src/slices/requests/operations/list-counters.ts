import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { portalChoices } from '../../identity/index.ts'
import { organisationHours } from '../hours.ts'

/** Which portals there are, and which of them have hours. */
export const listCounters = defineOperation({
  name: 'requests.listCounters',
  summary: 'List the portals, and whether their hours are set',
  kind: 'query',
  http: { method: 'GET', path: '/hours' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({ portals: z.array(z.object({ key: z.string(), name: z.string(), isSet: z.boolean() })) }),
  examples: [{ title: 'All portals', input: {} }],
  async handle(ctx) {
    const counters = await ctx.settings.get(organisationHours)
    return { portals: (await portalChoices(ctx)).map((portal) => ({ ...portal, isSet: portal.key in counters })) }
  },
})
