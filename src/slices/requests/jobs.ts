import type { Job } from '../../kernel/slice.ts'
import { keepCalendars } from './holidays.ts'
import { organisationHours, regionsOf } from './hours.ts'

/** Works out the public holidays of the coming years again, long before the kept ones are over. */
export const jobs: readonly Job[] = [
  {
    name: 'requests.keepCalendars',
    schedule: '23 4 * * 0',
    async handle(ctx) {
      const unknown = await keepCalendars(ctx, regionsOf(await ctx.settings.get(organisationHours)))
      if (unknown.length > 0) ctx.log.warn({ unknown }, 'no calendar knows these regions any more')
    },
  },
]
