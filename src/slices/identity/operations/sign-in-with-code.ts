import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Email } from '../../../kernel/schema.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Device, SignInOutcome, step } from '../sign-in/outcome.ts'

/** Codes as people type them: with blanks, in groups. */
const Code = z
  .string()
  .max(40)
  .transform((code) => code.replace(/\D/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'identity.code.form' }))

export const signInWithCode = defineOperation({
  name: 'identity.signInWithCode',
  summary: 'Sign in with the code that came by mail.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 600, visitors: 200 },
  input: z.object({ email: Email, code: Code, device: Device }),
  output: SignInOutcome,
  async handle(ctx, { email, code, device }) {
    const engine = signInEngine(ctx, { device })
    return step(ctx, () => engine.api.signInEmailOTP({ body: { email, otp: code }, returnHeaders: true }))
  },
})
