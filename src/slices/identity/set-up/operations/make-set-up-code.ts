import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { newCode } from '../code.ts'
import { lockOpenSetUp } from '../store.ts'

export const makeSetUpCode = defineOperation({
  name: 'identity.makeSetUpCode',
  summary:
    'Make a new code for the set-up page; the one before is worth nothing then. Only for whoever operates the machine.',
  kind: 'command',
  channels: ['system'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({ code: z.string(), address: z.string() }),
  async handle(ctx) {
    if (!(await lockOpenSetUp(ctx.db))) throw refuse.conflict('identity.set_up_done', 'identity.setUp.over')
    return { code: await newCode(ctx.db, ctx.installation.secret), address: `${ctx.installation.url}/set-up` }
  },
})
