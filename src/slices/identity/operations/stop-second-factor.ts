import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { isOwnPassword } from '../sign-in/own-password.ts'
import { TypedPassword } from '../sign-in/password.ts'
import { deleteSecondFactor } from '../store/sign-in.ts'

export const stopSecondFactor = defineOperation({
  name: 'identity.stopSecondFactor',
  summary: 'Switch my second factor off.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 10, seconds: 600 },
  input: z.object({ password: TypedPassword }),
  output: z.object({}),
  async handle(ctx, { password }) {
    const { personId, sessionId, email, name } = ctx.actor
    if (!personId || !sessionId) throw refuse.unauthenticated()
    if (!(await isOwnPassword(ctx, personId, password))) throw refuse.field('password', 'identity.password.wrong')
    await deleteSecondFactor(ctx.db, personId)
    await sendChanged(ctx, personId, email, name ?? '', 'factor')
    ctx.emit({ type: 'person.secondFactorOff', subject: { kind: 'person', id: personId } })
    return {}
  },
})
