import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Device, Kept, keptHeaders, SignInOutcome, step } from '../sign-in/outcome.ts'
import { isUserVerified, PasskeyAnswer } from '../sign-in/passkey-answer.ts'

export const signInWithPasskey = defineOperation({
  name: 'identity.signInWithPasskey',
  summary: 'Sign in with the answer of a passkey (WebAuthn).',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 300, visitors: 600 },
  input: z.object({ answer: PasskeyAnswer, kept: Kept, device: Device }),
  output: SignInOutcome,
  async handle(ctx, { answer, kept, device }) {
    if (!isUserVerified(answer)) return { outcome: 'wrong' as const }
    const { api } = signInEngine(ctx, { device })
    const body = { response: answer as never }
    return step(ctx, () =>
      api.verifyPasskeyAuthentication({
        body,
        headers: passkeyHeaders(ctx.installation.url, kept),
        returnHeaders: true,
      }),
    )
  },
})

function passkeyHeaders(origin: string, kept: Parameters<typeof keptHeaders>[0]): Headers {
  const headers = keptHeaders(kept)
  headers.set('origin', origin)
  return headers
}
