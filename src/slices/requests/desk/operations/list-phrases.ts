import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../../kernel/schema.ts'
import { MacroSteps } from '../macro.ts'
import { listMacros, listTemplates } from '../store/phrases.ts'

/** All templates and macros, for keeping them up. */
export const listPhrases = defineOperation({
  name: 'requests.listPhrases',
  summary: 'List templates and macros with their contents',
  kind: 'query',
  http: { method: 'GET', path: '/desk/phrases' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({
    templates: z.array(
      z.object({ id: Id, name: z.string(), bodies: z.partialRecord(LangSchema, z.string()), team: Id.nullable() }),
    ),
    macros: z.array(z.object({ id: Id, name: z.string(), steps: MacroSteps, team: Id.nullable() })),
  }),
  examples: [{ title: 'All of them', input: {} }],
  async handle(ctx) {
    const [templates, macros] = await Promise.all([listTemplates(ctx.db, null), listMacros(ctx.db, null)])
    return {
      templates: templates.map(({ team_id, ...one }) => ({ ...one, team: team_id })),
      macros: macros.map(({ team_id, ...one }) => ({ ...one, team: team_id })),
    }
  },
})
