import {
  addBusinessMinutes,
  type BusinessHours,
  businessMinutesBetween,
  type IsHoliday,
  nextOpening,
  openingsOf,
} from '../../kernel/business-hours.ts'

/** The time that promises are counted in: a portal's business hours with its holidays. */
export interface ServiceTime {
  hours: BusinessHours
  isHoliday: IsHoliday
}

/** Minutes of business hours until the first answer and until the solution; null: none is promised. */
export interface Target {
  answer: number | null
  solution: number | null
}

/** Moments that were promised; null where nothing is. */
export interface Promises {
  firstResponseBy: Date | null
  resolveBy: Date | null
  /** The next of the two that is still ahead: what the requester is told. */
  promisedAt: Date | null
}

/** What is promised for something that begins now. */
export function promisesFrom(time: ServiceTime | null, target: Target, at: Date): Promises {
  const after = (minutes: number | null) =>
    time && minutes !== null ? addBusinessMinutes(time.hours, time.isHoliday, at, minutes) : null
  const firstResponseBy = after(target.answer)
  const resolveBy = after(target.solution)
  return { firstResponseBy, resolveBy, promisedAt: firstResponseBy ?? resolveBy }
}

/** What is promised for something that is there at the end of a day: of its last opening, or of the first one after it. */
export function promisesBy(time: ServiceTime | null, day: Temporal.PlainDate): Promises {
  if (!time) return { firstResponseBy: null, resolveBy: null, promisedAt: null }
  const { hours, isHoliday } = time
  const night = new Date(day.toZonedDateTime(hours.timeZone).epochMilliseconds - 1)
  const end = (openingsOf(hours, isHoliday, day).at(-1) ?? nextOpening(hours, isHoliday, night))?.to ?? null
  return { firstResponseBy: null, resolveBy: end, promisedAt: end }
}

/** Business minutes of a pause; without business hours a pause is counted as it is. */
export function minutesOfPause(time: ServiceTime | null, from: Date, to: Date): number {
  if (time) return businessMinutesBetween(time.hours, time.isHoliday, from, to)
  return Math.max(0, Math.ceil((to.getTime() - from.getTime()) / 60_000))
}

/**
 * A promise after a pause: as many business minutes later as the pause had. What was late when the pause began stays as late as it was:
 * a pause never makes good what was missed before it.
 */
export function afterPause(time: ServiceTime | null, promised: Date, pausedAt: Date, minutes: number): Date {
  if (promised <= pausedAt || minutes === 0) return promised
  if (!time) return new Date(promised.getTime() + minutes * 60_000)
  return addBusinessMinutes(time.hours, time.isHoliday, promised, minutes) ?? promised
}
