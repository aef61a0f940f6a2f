import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { refuse } from '../../kernel/refusal.ts'
import { permissionsOfPerson } from './store/roles.ts'

/** Refuses permissions that no slice declares, and those beyond what the actor may: nobody can lift themselves up. */
export function checkPermissions(ctx: Ctx, permissions: readonly string[], field = 'permissions'): void {
  const known = new Set<string>(ctx.installation.permissions.map((one) => one.name))
  if (permissions.some((permission) => !known.has(permission))) throw refuse.field(field, 'refusal.choice')
  if (permissions.some((permission) => !may(ctx.actor, permission)))
    throw refuse.field(field, 'identity.roles.beyondYours')
}

/**
 * Refuses to touch somebody who may more than the actor: whoever could change an administrator's address could become one.
 */
export async function refuseAbove(ctx: Ctx, personId: string): Promise<void> {
  const theirs = await permissionsOfPerson(ctx.db, personId)
  if (theirs.some((permission) => !may(ctx.actor, permission)))
    throw refuse.conflict('identity.above_you', 'identity.person.aboveYou')
}
