import type { Ctx } from '../../../kernel/ctx.ts'
import { personsWith, teamChoices, textIn } from '../../identity/index.ts'
import { listTypeNames } from './store/types.ts'

/** Something to choose: its key or id, and what it is called. */
export interface Choice {
  id: string
  name: string
}

/** What the desk chooses from: teams, people who work there, kinds of requests. */
export interface DeskChoices {
  teams: Choice[]
  agents: Choice[]
  /** With the team that keeps the kind to itself. */
  types: (Choice & { keeper: string | null })[]
}

export async function deskChoices(ctx: Ctx): Promise<DeskChoices> {
  const [teams, agents, types] = await Promise.all([
    teamChoices(ctx),
    personsWith(ctx, 'requests.work'),
    listTypeNames(ctx.db),
  ])
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    agents: agents.map(({ id, name }) => ({ id, name })),
    types: types.map(({ key, names, keeper }) => ({ id: key, name: textIn(names, ctx.lang, key), keeper })),
  }
}
