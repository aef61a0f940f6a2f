import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Email } from '../../../kernel/schema.ts'
import { hashKey } from '../identification.ts'
import { FAILURES, FAILURES_FROM } from '../rules.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Device, SignInOutcome, step } from '../sign-in/outcome.ts'
import { TypedPassword } from '../sign-in/password.ts'
import { countFailure, forgetFailures, waitAfterFailures } from '../store/sign-in.ts'

export const signInWithPassword = defineOperation({
  name: 'identity.signInWithPassword',
  summary: 'Sign in with e-mail address and password.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 300, visitors: 600 },
  input: z.object({ email: Email, password: TypedPassword, device: Device }),
  output: SignInOutcome,
  async handle(ctx, { email, password, device }) {
    const mailbox = hashKey(email)
    const from = hashKey(`from ${ctx.actor.address}`)
    const waits = await Promise.all([
      waitAfterFailures(ctx.db, mailbox, FAILURES),
      waitAfterFailures(ctx.db, from, FAILURES_FROM),
    ])
    const wait = Math.max(...waits)
    if (wait > 0) return { outcome: 'wait' as const, wait }
    const engine = signInEngine(ctx, { device })
    const answer = await step(ctx, () => engine.api.signInEmail({ body: { email, password }, returnHeaders: true }))
    if (answer.outcome === 'wrong') {
      await countFailure(ctx.db, mailbox, FAILURES.seconds)
      await countFailure(ctx.db, from, FAILURES_FROM.seconds)
    } else if (answer.outcome === 'signed-in') {
      await forgetFailures(ctx.db, mailbox)
    }
    return answer
  },
})
