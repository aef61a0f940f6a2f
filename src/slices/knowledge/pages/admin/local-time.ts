/** `2026-11-25T18:42` as a clock in the installation shows it; null when it is no date. */
export function momentOf(typed: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    return null
  }
}

/** The first moment after a day (`2026-11-25`) of the installation; null when it is no day. */
export function endOfDay(typed: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDate.from(typed).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    return null
  }
}

/** The last day before a moment, `2026-11-25`. */
export function lastDayBefore(moment: string, timeZone: string): string {
  return Temporal.Instant.from(moment).subtract({ seconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
