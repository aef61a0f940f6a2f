import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { teamIdsOf } from '../../identity/index.ts'

/** Which requests somebody at the desk may see: all, but those of a team that keeps its kind to itself, unless they are in it. */
export interface Sight {
  /** Ids of the actor's teams; null: Theke itself, which sees everything. */
  teams: readonly string[] | null
}

/** The actor's sight; undefined when they have no business at the desk. */
export async function sightOf(ctx: Ctx): Promise<Sight | undefined> {
  if (!may(ctx.actor, 'requests.work')) return undefined
  if (ctx.actor.channel === 'system') return { teams: null }
  return { teams: ctx.actor.personId === null ? [] : await teamIdsOf(ctx, ctx.actor.personId) }
}
