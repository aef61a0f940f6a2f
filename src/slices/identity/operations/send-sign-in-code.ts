import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Email } from '../../../kernel/schema.ts'
import { signInEngine } from '../sign-in/engine.ts'

export const sendSignInCode = defineOperation({
  name: 'identity.sendSignInCode',
  summary: 'Send a code for signing in to an e-mail address. The answer is the same whether anybody has that address.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 6, seconds: 600, visitors: 120 },
  rateLimitOn: { limit: 6, seconds: 600, of: ({ email }) => email },
  input: z.object({ email: Email }),
  output: z.object({}),
  async handle(ctx, { email }) {
    await signInEngine(ctx).api.sendVerificationOTP({ body: { email, type: 'sign-in' } })
    return {}
  },
})
