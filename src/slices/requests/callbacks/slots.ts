import { openingsOf } from '../../../kernel/business-hours.ts'
import type { ServiceTime } from '../promise.ts'

/** A call is agreed for half an hour. */
export const SLOT_MINUTES = 30
/** Nobody can be called sooner: somebody has to see it first. */
const EARLIEST_MINUTES = 30
/** So many days on which people are there are offered. */
const DAYS = 5
const HORIZON_DAYS = 30

/** Moments at which somebody may be called, by local day, of the next days on which people are there. */
export function slotsFrom({ hours, isHoliday }: ServiceTime, now: Date): { day: string; slots: Date[] }[] {
  const earliest = now.getTime() + EARLIEST_MINUTES * 60_000
  const days: { day: string; slots: Date[] }[] = []
  let day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(hours.timeZone).toPlainDate()
  for (let ahead = 0; ahead < HORIZON_DAYS && days.length < DAYS; ahead++) {
    const slots = openingsOf(hours, isHoliday, day).flatMap(({ from, to }) => within(from, to))
    const ahead = slots.filter((slot) => slot.getTime() >= earliest)
    if (ahead.length > 0) days.push({ day: day.toString(), slots: ahead })
    day = day.add({ days: 1 })
  }
  return days
}

/** Whole slots of an opening. */
function within(from: Date, to: Date): Date[] {
  const length = SLOT_MINUTES * 60_000
  const many = Math.floor((to.getTime() - from.getTime()) / length)
  return Array.from({ length: many }, (_, n) => new Date(from.getTime() + n * length))
}
