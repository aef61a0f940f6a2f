import type { Ctx } from '../../kernel/ctx.ts'
import { organisationPlace } from '../../kernel/organisation.ts'

/** Today's calendar day where the organisation is: `2026-11-24`. */
export async function todayOf(ctx: Ctx): Promise<string> {
  const { timeZone } = await ctx.settings.get(organisationPlace)
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.now())
}
