import type { Ctx } from '../../kernel/ctx.ts'
import { isHolidayIn } from './holidays.ts'
import { type Counter, organisationHours, promiseFor } from './hours.ts'

/** The counter of a portal, or undefined when nobody has set one. */
export async function findCounter(ctx: Ctx, portal: string): Promise<Counter | undefined> {
  return (await ctx.settings.get(organisationHours))[portal]
}

/** When an answer to a message that is written now is promised. */
export async function promiseOfNow(ctx: Ctx): Promise<Date | null> {
  const counter = await findCounter(ctx, ctx.actor.portal)
  return counter ? promiseFor(counter, await isHolidayIn(ctx, counter.holidays), ctx.now()) : null
}
