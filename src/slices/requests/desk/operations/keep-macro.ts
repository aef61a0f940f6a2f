import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Line } from '../../../../kernel/schema.ts'
import { MacroSteps } from '../macro.ts'
import { putMacro } from '../store/phrases.ts'

/** Adds a macro, or changes one. */
export const keepMacro = defineOperation({
  name: 'requests.keepMacro',
  summary: 'Add or change a macro: several steps at one stroke',
  kind: 'command',
  http: { method: 'POST', path: '/desk/macros' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    id: Id.optional().describe('Of the one to change; absent: a new one'),
    name: Line(100),
    steps: MacroSteps,
    team: Id.nullable().default(null).describe('The team that has it; null: everybody'),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, name, steps, team }) {
    const kept = await putMacro(ctx, id ?? null, { name, steps, team_id: team })
    if (!kept) throw refuse.notFound()
    return { id: kept }
  },
})
