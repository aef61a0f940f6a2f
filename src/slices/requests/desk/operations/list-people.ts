import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { membersOfTeams, personsWith, teamChoices } from '../../../identity/index.ts'
import { leadingOf, leadsTeam } from '../leading.ts'
import { sightOf } from '../sight.ts'
import { assignmentsOf, listAgents, loadsOf } from '../store/agents.ts'

/** Who works at the desk, what they can do, how much they have; and how teams share their work out. */
export const listPeople = defineOperation({
  name: 'requests.listDeskPeople',
  summary: 'List who works at the desk with their skills and load, and how teams share their work out',
  kind: 'query',
  http: { method: 'GET', path: '/desk/people' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({
    people: z.array(
      z.object({
        id: Id,
        name: z.string(),
        teams: z.array(z.string()),
        types: z.array(z.string()).describe('Kinds that they deal with; empty: all'),
        langs: z.array(z.string()).describe('Languages that they deal with; empty: all'),
        awayUntil: Instant.nullable(),
        load: z.number(),
        capacity: z.number().nullable().describe('Open requests at most that are shared out to them'),
        mayPlan: z.boolean().describe('Whether one may say what they deal with'),
      }),
    ),
    teams: z.array(
      z.object({ id: Id, name: z.string(), assignment: z.enum(['manual', 'balanced']), mayPlan: z.boolean() }),
    ),
  }),
  examples: [{ title: 'Everybody at the desk', input: {} }],
  async handle(ctx) {
    const sight = await sightOf(ctx)
    if (!sight) throw refuse.forbidden()
    const [people, members, teams, assignments, leading] = await Promise.all([
      personsWith(ctx, 'requests.work'),
      membersOfTeams(ctx, 'requests.work'),
      teamChoices(ctx),
      assignmentsOf(ctx.db),
      leadingOf(ctx),
    ])
    const ids = people.map((person) => person.id)
    const [agents, loads] = await Promise.all([listAgents(ctx.db, ids), loadsOf(ctx.db, ids, sight)])
    const teamNames = new Map(teams.map((team) => [team.id, team.name]))
    return {
      people: people.map(({ id, name }) => {
        const agent = agents.find((one) => one.person_id === id)
        const own = members.filter((one) => one.id === id)
        return {
          id,
          name,
          teams: own.map((one) => teamNames.get(one.teamId) ?? ''),
          types: agent?.types ?? [],
          langs: agent?.langs ?? [],
          awayUntil: agent?.away_until ?? null,
          load: loads.get(id) ?? 0,
          capacity: agent?.capacity ?? null,
          mayPlan:
            id === ctx.actor.personId || leading.teams === null || own.some((one) => leadsTeam(leading, one.teamId)),
        }
      }),
      teams: teams.map(({ id, name }) => ({
        id,
        name,
        assignment: assignments.get(id) ?? ('manual' as const),
        mayPlan: leadsTeam(leading, id),
      })),
    }
  },
})
