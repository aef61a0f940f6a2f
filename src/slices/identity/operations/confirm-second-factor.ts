import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Device, Kept, keptHeaders, SignInOutcome, step } from '../sign-in/outcome.ts'

export const confirmSecondFactor = defineOperation({
  name: 'identity.confirmSecondFactor',
  summary: 'Finish signing in with the code of the authenticator app or with a recovery code.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 600, visitors: 200 },
  input: z.object({
    code: z.string().trim().min(1, { error: 'refusal.required' }).max(40),
    kept: Kept,
    device: Device,
  }),
  output: SignInOutcome,
  async handle(ctx, { code, kept, device }) {
    const { api } = signInEngine(ctx, { device })
    const headers = keptHeaders(kept)
    const digits = code.replace(/\s/g, '')
    return /^\d{6}$/.test(digits)
      ? step(ctx, () => api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true }))
      : step(ctx, () => api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }))
  },
})
