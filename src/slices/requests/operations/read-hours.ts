import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { organisationPlace } from '../../../kernel/organisation.ts'
import { findCounter } from '../counter.ts'
import { Counter } from '../hours.ts'

/** A portal's key, as in its addresses. */
export const PortalKey = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)

/** The hours of a portal, for editing them. */
export const readHours = defineOperation({
  name: 'requests.readHours',
  summary: 'Read who answers the messages of a portal, and when',
  kind: 'query',
  http: { method: 'GET', path: '/hours/{portal}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ portal: PortalKey }),
  // `place`: what counters begin with.
  output: z.object({ hours: Counter.nullable(), place: organisationPlace.schema }),
  examples: [{ title: 'Hours of the customers’ portal', input: { portal: 'customers' } }],
  handle: async (ctx, { portal }) => ({
    hours: (await findCounter(ctx, portal)) ?? null,
    place: await ctx.settings.get(organisationPlace),
  }),
})
