import { z } from 'zod'
import type { BusinessHours } from '../../../kernel/business-hours.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Instant } from '../../../kernel/schema.ts'
import { textIn } from '../../identity/index.ts'
import { findCounter } from '../counter.ts'
import { holidaysOf } from '../holidays.ts'
import { presenceAt } from '../hours.ts'

/** Whether people are there, and if not, when they are back: the sentence beside every way to a person. */
export const whenBack = defineOperation({
  name: 'requests.whenBack',
  summary: 'Whether people of this portal are there now, and when they are back',
  kind: 'query',
  http: { method: 'GET', path: '/opening' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: true,
  input: z.object({}),
  output: z.object({
    asOf: Instant,
    known: z.boolean().describe('False: nobody has said when people are there'),
    open: z.boolean(),
    closesAt: Instant.nullable(),
    opensAt: Instant.nullable(),
    holiday: z.string().nullable().describe('Name of today’s public holiday, or why it is closed today'),
    title: z.string(),
    telephone: z.string(),
    promiseHours: z.number().nullable(),
  }),
  examples: [{ title: 'Is anybody there?', input: {} }],
  async handle(ctx) {
    const counter = await findCounter(ctx, ctx.actor.portal)
    if (!counter)
      return {
        asOf: ctx.now(),
        known: false,
        open: false,
        closesAt: null,
        opensAt: null,
        holiday: null,
        title: '',
        telephone: '',
        promiseHours: null,
      }
    const nameOf = await holidaysOf(ctx, counter.holidays)
    const today = localDay(counter, ctx.now())
    const presence = presenceAt(counter, (day) => nameOf(day, ctx.lang) !== null, ctx.now())
    const closedToday = counter.closed.find((one) => one.date === today)
    return {
      asOf: ctx.now(),
      known: true,
      ...presence,
      holiday: presence.open ? null : (nameOf(today, ctx.lang) ?? (textIn(closedToday?.reason, ctx.lang) || null)),
      title: textIn(counter.title, ctx.lang),
      telephone: counter.telephone,
      promiseHours: counter.promise,
    }
  },
})

function localDay({ timeZone }: BusinessHours, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
