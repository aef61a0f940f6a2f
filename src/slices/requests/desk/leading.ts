import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { teamIdsOf } from '../../identity/index.ts'

/** Permission of whoever leads a team at the desk: for what the team shares, and what everybody shares. */
export const LEAD = 'requests.lead'

/** What somebody may change of what is shared at the desk. */
export interface Leading {
  personId: string | null
  /** May change what everybody shares. */
  shared: boolean
  /** Ids of the teams whose things they may change; null: of all. */
  teams: readonly string[] | null
}

/** Whoever sets up requests leads every team; whoever leads does so for the teams that they are in; everybody for themselves. */
export async function leadingOf(ctx: Ctx): Promise<Leading> {
  const { actor } = ctx
  if (may(actor, 'requests.manage')) return { personId: actor.personId, shared: true, teams: null }
  const leads = may(actor, LEAD) && actor.personId !== null
  return { personId: actor.personId, shared: leads, teams: leads ? await teamIdsOf(ctx, String(actor.personId)) : [] }
}

/** Whether somebody leads a team. */
export function leadsTeam({ teams }: Leading, teamId: string): boolean {
  return teams === null || teams.includes(teamId)
}
