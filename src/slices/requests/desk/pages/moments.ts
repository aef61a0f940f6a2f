/** A moment as an input of date and time shows it, in the installation's time zone; empty when there is none. */
export function momentIn(timeZone: string, at: string | null): string {
  if (at === null) return ''
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** What was typed into such an input, as a moment; null when it is none. */
export function momentOf(timeZone: string, typed: string): string | null {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'second' })
  } catch {
    return null
  }
}
