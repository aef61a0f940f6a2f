import type { Ctx } from '../../kernel/ctx.ts'
import { isHolidayIn } from './holidays.ts'
import { type Counter, organisationHours } from './hours.ts'
import type { ServiceTime } from './promise.ts'

/** The counter of a portal, or undefined when nobody has set one. */
export async function findCounter(ctx: Ctx, portal: string): Promise<Counter | undefined> {
  const counters = await ctx.settings.get(organisationHours)
  return Object.hasOwn(counters, portal) ? counters[portal] : undefined
}

/** The time that promises of a portal are counted in; null when nobody has set hours. */
export async function serviceTimeOf(ctx: Ctx, portal: string): Promise<ServiceTime | null> {
  const counter = await findCounter(ctx, portal)
  return counter ? { hours: counter, isHoliday: await isHolidayIn(ctx, counter.holidays) } : null
}
