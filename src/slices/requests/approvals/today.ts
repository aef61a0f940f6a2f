import type { Ctx } from '../../../kernel/ctx.ts'
import { timeZoneOf } from '../hours.ts'

/** The calendar day of now where the organisation is: `2026-11-24`. */
export async function todayOf(ctx: Ctx): Promise<string> {
  const timeZone = await timeZoneOf(ctx.settings)
  return Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
