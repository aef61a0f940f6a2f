import type { Ctx } from '../../kernel/ctx.ts'

/** The day of a call, as calendars in UTC have it. */
export function orderDay(ctx: Pick<Ctx, 'now'>): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).toZonedDateTimeISO('UTC').toPlainDate()
}
