import { openingsOf } from '../../../kernel/business-hours.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { serviceTimeOf } from '../counter.ts'
import { timeZoneOf } from '../hours.ts'
import type { ServiceTime } from '../promise.ts'

/** How far ahead days are counted. */
const HORIZON_DAYS = 1000

/** The days on which the people of a portal work. */
export interface WorkingDays {
  /** Today, where they are. */
  today: Temporal.PlainDate
  /** The day so many working days after another; the same day for 0. */
  after(day: Temporal.PlainDate, days: number): Temporal.PlainDate
  /** Working days after `from` up to `to`, which count; negative when `to` is earlier. */
  between(from: Temporal.PlainDate, to: Temporal.PlainDate): number
  /** The day of a moment, where they are. */
  dayOf(at: Date): Temporal.PlainDate
}

/** Working days of the portal that the caller is in: days with openings; Monday to Friday where nobody has set hours. */
export async function workingDaysOf(ctx: Ctx, portal = ctx.actor.portal): Promise<WorkingDays> {
  const time = await serviceTimeOf(ctx, portal)
  return workingDays(time, time?.hours.timeZone ?? (await timeZoneOf(ctx.settings)), ctx.now())
}

/** See {@link workingDaysOf}. */
export function workingDays(time: ServiceTime | null, timeZone: string, now: Date): WorkingDays {
  const hasOpenings = time !== null && Object.values(time.hours.week).some((spans) => spans && spans.length > 0)
  const isWorked = (day: Temporal.PlainDate) =>
    hasOpenings ? openingsOf(time.hours, time.isHoliday, day).length > 0 : day.dayOfWeek <= 5
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  return { today: dayOf(now), after, between, dayOf }

  function after(day: Temporal.PlainDate, days: number): Temporal.PlainDate {
    let at = day
    for (let left = days, ahead = 0; left > 0 && ahead < HORIZON_DAYS; ahead++) {
      at = at.add({ days: 1 })
      if (isWorked(at)) left--
    }
    return at
  }

  function between(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
    if (Temporal.PlainDate.compare(to, from) < 0) return -between(to, from)
    let worked = 0
    for (let at = from, ahead = 0; Temporal.PlainDate.compare(at, to) < 0 && ahead < HORIZON_DAYS; ahead++) {
      at = at.add({ days: 1 })
      if (isWorked(at)) worked++
    }
    return worked
  }
}
