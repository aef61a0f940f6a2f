import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { closingOf } from '../../closing/closing.ts'
import { numberOf } from '../../rules.ts'
import { applyChange, DeskChange } from '../change.ts'
import { deskChoices } from '../choices.ts'
import { eachOf, RowResult } from '../each-of.ts'
import { listRequestsForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** The same change for many requests. Each is checked on its own; what is refused is named, the others are changed. */
export const changeMany = defineOperation({
  name: 'requests.changeMany',
  summary: 'Change several requests at once; says for each whether it was done',
  kind: 'command',
  http: { method: 'POST', path: '/desk/changes' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: DeskChange.extend({ references: z.array(Reference).min(1, { error: 'requests.desk.chooseSome' }).max(100) }),
  output: z.object({ results: z.array(RowResult) }),
  async handle(ctx, { references, ...change }) {
    if (change.state === 'closed') await refuseWithoutReason(ctx, references, change)
    const choices = await deskChoices(ctx)
    return { results: await eachOf(ctx, references, (own, request) => applyChange(own, request, change, choices)) }
  },
})

/** Asked once for all instead of refusing row after row. */
async function refuseWithoutReason(ctx: Ctx, references: readonly string[], change: DeskChange) {
  const numbers = references.map(numberOf).filter((number) => number !== null)
  for (const { state } of await listRequestsForDesk(ctx, numbers)) closingOf(state, 'closed', change)
}
