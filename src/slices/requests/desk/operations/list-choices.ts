import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { portalChoices } from '../../../identity/index.ts'
import { deskChoices } from '../choices.ts'
import { sightOf } from '../sight.ts'
import { listMacros, listTemplates } from '../store/phrases.ts'

const Choice = z.object({ id: z.string(), name: z.string() })

/** What the desk chooses from. */
export const listChoices = defineOperation({
  name: 'requests.listDeskChoices',
  summary: 'List what the desk chooses from: teams, people, kinds, portals, templates, macros',
  kind: 'query',
  http: { method: 'GET', path: '/desk/choices' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({
    teams: z.array(Choice.extend({ isOwn: z.boolean() })),
    agents: z.array(Choice),
    types: z.array(Choice),
    portals: z.array(Choice),
    templates: z.array(Choice),
    macros: z.array(Choice),
  }),
  examples: [{ title: 'Everything to choose from', input: {} }],
  async handle(ctx) {
    const own = (await sightOf(ctx))?.teams ?? []
    const reader = { personId: ctx.actor.personId, teams: own }
    const [choices, portals, templates, macros] = await Promise.all([
      deskChoices(ctx),
      portalChoices(ctx),
      listTemplates(ctx.db, reader),
      listMacros(ctx.db, reader),
    ])
    return {
      ...choices,
      teams: choices.teams.map((team) => ({ ...team, isOwn: own.includes(team.id) })),
      portals: portals.map(({ key, name }) => ({ id: key, name })),
      templates,
      macros,
    }
  },
})
