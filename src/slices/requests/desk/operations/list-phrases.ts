import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../../kernel/schema.ts'
import { teamChoices } from '../../../identity/index.ts'
import { leadingOf, leadsTeam } from '../leading.ts'
import { MacroSteps } from '../macro.ts'
import { type Held, Holder, holderOf, mayChange } from '../phrase-holder.ts'
import { listMacros, listTemplates } from '../store/phrases.ts'

const Phrase = z.object({ id: Id, name: z.string(), holder: Holder, mayChange: z.boolean() })

/** One’s own templates and macros and all that are shared, for keeping them up. */
export const listPhrases = defineOperation({
  name: 'requests.listPhrases',
  summary: 'List templates and macros with their contents',
  kind: 'query',
  http: { method: 'GET', path: '/desk/phrases' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({
    templates: z.array(Phrase.extend({ bodies: z.partialRecord(LangSchema, z.string()) })),
    macros: z.array(Phrase.extend({ steps: MacroSteps })),
    mayShare: z.object({ everybody: z.boolean(), teams: z.array(Id) }).describe('With whom one may share'),
  }),
  examples: [{ title: 'All of them', input: {} }],
  async handle(ctx) {
    const reader = { personId: ctx.actor.personId, teams: null }
    const [templates, macros, leading, teams] = await Promise.all([
      listTemplates(ctx.db, reader),
      listMacros(ctx.db, reader),
      leadingOf(ctx),
      teamChoices(ctx),
    ])
    const shown = <P extends Held>({ owner_id, team_id, ...one }: P) => {
      const held = { owner_id, team_id }
      return { ...one, holder: holderOf(held), mayChange: mayChange(held, leading) }
    }
    return {
      templates: templates.map(shown),
      macros: macros.map(shown),
      mayShare: {
        everybody: leading.shared,
        teams: teams.filter((team) => leadsTeam(leading, team.id)).map((team) => team.id),
      },
    }
  },
})
