import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { membersOfTeams, personsWith, teamIdsOf } from '../../identity/index.ts'
import { OVERSEE } from '../approvals/permission.ts'
import type { Request } from '../store/requests.ts'
import { findType } from '../store/types.ts'

/**
 * Which requests somebody at the desk may see: all, but those of a kind that its team keeps to itself. Of them only whoever is in that team
 * or in the team that the request is with, whoever deals with it, and who oversees.
 */
export interface Sight {
  me: string | null
  /** Ids of the actor's teams. */
  teams: readonly string[]
  /** Everything: Theke itself, and who oversees. */
  all: boolean
}

/** What Theke itself sees. */
export const EVERYTHING: Sight = { me: null, teams: [], all: true }

/** What somebody sees who has no business at the desk. */
export const NOTHING: Sight = { me: null, teams: [], all: false }

/** The actor's sight; undefined when they have no business at the desk. */
export async function sightOf(ctx: Ctx): Promise<Sight | undefined> {
  const { actor } = ctx
  if (!may(actor, 'requests.work')) return undefined
  if (actor.channel === 'system') return EVERYTHING
  const teams = actor.personId === null ? [] : await teamIdsOf(ctx, actor.personId)
  return { me: actor.personId, teams, all: may(actor, OVERSEE) }
}

/** Whether a request is of a kind that its team keeps to itself. */
export async function isKeptToTeam(ctx: Ctx, request: Pick<Request, 'type'>): Promise<boolean> {
  return (await findType(ctx.db, request.type))?.teamOnly ?? false
}

/** Of everybody at the desk, who sees a request: the same rule as {@link Sight}, for telling others. */
export async function whoSees(ctx: Ctx, request: Request): Promise<{ id: string; name: string }[]> {
  const agents = await personsWith(ctx, 'requests.work')
  const type = await findType(ctx.db, request.type)
  if (!type?.teamOnly) return agents
  const teams = [request.team_id, type.team].filter((id) => id !== null)
  const [members, overseers] = await Promise.all([
    membersOfTeams(ctx, 'requests.work', teams),
    personsWith(ctx, OVERSEE),
  ])
  const seeing = new Set([...members, ...overseers].map((one) => one.id))
  return agents.filter(({ id }) => seeing.has(id) || id === request.assignee_id)
}
