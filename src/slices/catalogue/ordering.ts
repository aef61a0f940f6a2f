import { z } from 'zod'
import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Id } from '../../kernel/schema.ts'
import { defineSettings } from '../../kernel/settings.ts'
import { audiencesOfPerson, isColleague } from '../identity/index.ts'
import type { Definition } from './content.ts'

/** Who may order for colleagues, beside those with the permission. */
export const ordering = defineSettings({
  name: 'catalogue.ordering',
  schema: z.object({ forOthers: Id.nullable() }),
  initial: { forOthers: null },
})

/** Whether the actor may order for colleagues at all. */
export async function ordersForOthers(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.personId === null) return false
  if (may(ctx.actor, 'catalogue.order-for-others')) return true
  const { forOthers } = await ctx.settings.get(ordering)
  return forOthers !== null && ctx.actor.audiences.has(forOthers)
}

/** Whether the actor may order for this person: somebody of the same organisation or team. */
export async function mayOrderFor(ctx: Ctx, personId: string): Promise<boolean> {
  return (await ordersForOthers(ctx)) && (await isColleague(ctx, personId))
}

/** Says of a service whether somebody is entitled to it; null is the actor, who was asked already. */
export async function entitlementOf(ctx: Ctx, personId: string | null): Promise<(service: Definition) => boolean> {
  if (personId === null) return () => true
  const audiences = await audiencesOfPerson(ctx, personId)
  return ({ audienceId }) => audiences !== undefined && (audienceId === null || audiences.has(audienceId))
}
