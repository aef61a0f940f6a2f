import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Line } from '../../../../kernel/schema.ts'
import { closingOf } from '../../closing/closing.ts'
import { leadingOf } from '../leading.ts'
import { type MacroStep, MacroSteps } from '../macro.ts'
import { Holder, heldBy } from '../phrase-holder.ts'
import { findTemplate, putMacro } from '../store/phrases.ts'

/** Adds a macro, or changes one: one’s own by everybody, shared ones by whoever leads. */
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
    holder: Holder.default('me'),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, name, steps, holder }) {
    const leading = await leadingOf(ctx)
    refuseSilentEnd(steps)
    if (holder !== 'me') await refuseOwnTemplates(ctx, steps)
    const kept = await putMacro(ctx, id ?? null, { name, steps, ...(await heldBy(ctx, holder, leading)) }, leading)
    if (!kept) throw refuse.notFound()
    return { id: kept }
  },
})

/** Whatever a macro is done to: closed without a solution it needs a reason. */
function refuseSilentEnd(steps: readonly MacroStep[]) {
  for (const step of steps)
    if (step.do === 'change' && step.change.state) closingOf('open', step.change.state, step.change)
}

/** What others are to use must not answer with a template that only one person has. */
async function refuseOwnTemplates(ctx: Ctx, steps: readonly MacroStep[]) {
  const answer = steps.find((step) => step.do === 'answer')
  const template = answer && (await findTemplate(ctx, answer.template))
  if (answer && (!template || template.owner_id !== null))
    throw refuse.field('template', 'requests.desk.macro.ownTemplate')
}
