import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { hashKey } from '../../identification.ts'
import { hashCode } from '../code.ts'
import { SetUpSecret } from '../rules.ts'
import { insertDraft, isCode, isSetUpDone } from '../store.ts'

export const beginSetUp = defineOperation({
  name: 'identity.beginSetUp',
  summary: 'Begin to set up a new installation, with the one-time code that its start printed.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 10, seconds: 600 },
  input: z.object({ code: z.string().trim().min(1, { error: 'refusal.required' }).max(100) }),
  output: z.object({ secret: SetUpSecret }),
  async handle(ctx, { code }) {
    if (await isSetUpDone(ctx.db)) throw refuse.conflict('identity.set_up_done', 'identity.setUp.over')
    if (!(await isCode(ctx.db, hashCode(code)))) throw refuse.field('code', 'identity.setUp.code.wrong')
    const secret = randomBytes(32).toString('base64url')
    await insertDraft(ctx.db, hashKey(secret))
    return { secret }
  },
})
