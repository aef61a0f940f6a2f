import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { keepCalendars } from '../holidays.ts'
import { Counter, organisationHours } from '../hours.ts'
import { PortalKey } from './read-hours.ts'

/** Sets who answers the messages of a portal, and when. Promises given before stay as they were given. */
export const setHours = defineOperation({
  name: 'requests.setHours',
  summary: 'Set who answers the messages of a portal, and when',
  kind: 'command',
  http: { method: 'PUT', path: '/hours/{portal}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: Counter.extend({ portal: PortalKey }),
  output: z.object({ hours: Counter }),
  async handle(ctx, { portal, ...counter }) {
    const unknown = await keepCalendars(ctx, [counter.holidays])
    if (unknown.length > 0) throw refuse.field('holidays', 'requests.hours.region')
    const all = await ctx.settings.get(organisationHours)
    await ctx.settings.set(organisationHours, { ...all, [portal]: counter })
    return { hours: counter }
  },
})
