import { z } from 'zod'

/** Days of the week in the order of ISO 8601: Monday is `WEEKDAYS[0]`. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'requests.hours.time' })
/** Local times of one day; `to` may be `24:00`. */
const Span = z
  .object({ from: Time, to: Time })
  .refine((span) => span.from < span.to, { error: 'requests.hours.endsBeforeItBegins', path: ['to'] })
/** IANA name of a time zone, `Europe/Berlin`. */
export const TimeZone = z.string().refine(isTimeZone, { error: 'requests.hours.timeZone' })

/** Region whose public holidays are free: ISO 3166, `DE-BY`; empty: none. */
export const Region = z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3}){0,2})?$/, { error: 'requests.hours.region' })

/** When people are there. Local times of one time zone; the same week again and again, but for holidays and closed days. */
export const BusinessHours = z.object({
  timeZone: TimeZone,
  week: z.partialRecord(z.enum(WEEKDAYS), z.array(Span).max(4)),
  holidays: Region,
  /** Days on which people are away, from a time on or all day. */
  closed: z
    .array(z.object({ date: z.iso.date(), from: Time.optional(), reason: z.record(z.string(), z.string()).optional() }))
    .max(200),
})
export type BusinessHours = z.infer<typeof BusinessHours>

/** Whether a day, `2026-12-25`, is a public holiday. Comes from outside: the calendar of holidays is large. */
export type IsHoliday = (day: string) => boolean

/** An opening: from a moment up to, not including, another. */
export interface Opening {
  from: Date
  to: Date
}

/** How far ahead is looked: further, nobody is helped by an answer. */
const HORIZON_DAYS = 370

/** Whether people are there at this moment. */
export function isOpen(hours: BusinessHours, isHoliday: IsHoliday, at: Date): boolean {
  return openingAt(hours, isHoliday, at) !== null
}

/** The opening that a moment lies in, else null. */
export function openingAt(hours: BusinessHours, isHoliday: IsHoliday, at: Date): Opening | null {
  return openingsOf(hours, isHoliday, dayOf(hours, at)).find((one) => one.from <= at && at < one.to) ?? null
}

/** The first opening that begins after this moment; null when there is none within a year. */
export function nextOpening(hours: BusinessHours, isHoliday: IsHoliday, at: Date): Opening | null {
  for (const opening of openingsFrom(hours, isHoliday, at)) if (opening.from > at) return opening
  return null
}

/**
 * The moment after so many minutes of business hours. Minutes outside of them do not count, so that "within 10 hours" on a Friday
 * evening is some time on Monday. Null when a year has not enough of them.
 */
export function addBusinessMinutes(hours: BusinessHours, isHoliday: IsHoliday, at: Date, minutes: number): Date | null {
  let left = minutes * 60_000
  for (const opening of openingsFrom(hours, isHoliday, at)) {
    const from = Math.max(opening.from.getTime(), at.getTime())
    const there = opening.to.getTime() - from
    if (there <= 0) continue
    if (left <= there) return new Date(from + left)
    left -= there
  }
  return null
}

/**
 * Minutes of business hours between two moments, in whole minutes begun; 0 when `to` is not later. Nothing is counted beyond a year.
 */
export function businessMinutesBetween(hours: BusinessHours, isHoliday: IsHoliday, from: Date, to: Date): number {
  let counted = 0
  for (const opening of openingsFrom(hours, isHoliday, from)) {
    if (opening.from >= to) break
    const begin = Math.max(opening.from.getTime(), from.getTime())
    counted += Math.max(0, Math.min(opening.to.getTime(), to.getTime()) - begin)
  }
  return Math.ceil(counted / 60_000)
}

/** The openings of one local day, in order, without overlaps; a time that a change of clocks skips is not there. */
export function openingsOf(hours: BusinessHours, isHoliday: IsHoliday, day: Temporal.PlainDate): Opening[] {
  const name = WEEKDAYS[day.dayOfWeek - 1] as Weekday
  if (isHoliday(day.toString())) return []
  const closedFrom = hours.closed
    .filter((one) => one.date === day.toString())
    .map((one) => one.from ?? '00:00')
    .sort()[0]
  const spans = (hours.week[name] ?? [])
    .map((span) => ({ from: span.from, to: closedFrom !== undefined && closedFrom < span.to ? closedFrom : span.to }))
    .filter((span) => span.from < span.to)
    .map((span) => ({ from: momentOf(hours, day, span.from), to: momentOf(hours, day, span.to) }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from.getTime() - b.from.getTime())
  return merge(spans)
}

function* openingsFrom(hours: BusinessHours, isHoliday: IsHoliday, at: Date): Generator<Opening> {
  let day = dayOf(hours, at)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    yield* openingsOf(hours, isHoliday, day)
    day = day.add({ days: 1 })
  }
}

function merge(spans: Opening[]): Opening[] {
  const merged: Opening[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = new Date(Math.max(Number(span.to), Number(last.to)))
    else merged.push({ ...span })
  }
  return merged
}

function dayOf(hours: BusinessHours, at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(hours.timeZone).toPlainDate()
}

function momentOf(hours: BusinessHours, day: Temporal.PlainDate, time: string): Date {
  const local =
    time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(Temporal.PlainTime.from(time))
  const moment = local.toZonedDateTime(hours.timeZone, { disambiguation: 'earlier' })
  // A time that the clocks skip is the moment at which they jump; of one that comes twice the first counts.
  const isSkipped = !moment.toPlainDateTime().equals(local)
  const exact = isSkipped ? (moment.getTimeZoneTransition('next') ?? moment) : moment
  return new Date(exact.epochMilliseconds)
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
