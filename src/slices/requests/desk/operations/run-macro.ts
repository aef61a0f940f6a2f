import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { deskChoices } from '../choices.ts'
import { eachOf, RowResult } from '../each-of.ts'
import { runSteps } from '../run-steps.ts'
import { findMacro } from '../store/phrases.ts'
import { Reference } from './read-for-desk.ts'

/** Does a macro to one request or to many. Each row is checked on its own, and done as a whole or not at all. */
export const runMacro = defineOperation({
  name: 'requests.runMacro',
  summary: 'Do the steps of a macro to one or several requests; says for each whether it was done',
  kind: 'command',
  http: { method: 'POST', path: '/desk/macros/{macro}/runs' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    macro: Id,
    references: z.array(Reference).min(1, { error: 'requests.desk.chooseSome' }).max(100),
  }),
  output: z.object({ results: z.array(RowResult) }),
  async handle(ctx, { macro: id, references }) {
    const macro = await findMacro(ctx, id)
    if (!macro) throw refuse.notFound()
    const choices = await deskChoices(ctx)
    return { results: await eachOf(ctx, references, (own, request) => runSteps(own, request, macro, choices)) }
  },
})
