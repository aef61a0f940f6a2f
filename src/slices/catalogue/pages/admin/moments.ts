import { refuse } from '../../../../kernel/refusal.ts'

/** A time as a clock of the installation shows it, `2026-11-25T18:42`, as a moment. */
export function momentOf(typed: string, timeZone: string): string {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    throw refuse.field('startsAt', 'catalogue.refusal.moment')
  }
}

/** A moment as a clock of the installation shows it. */
export function localTime(moment: string, timeZone: string): string {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}
