import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Keep, keepOf } from '../sign-in/outcome.ts'

export const startPasskeySignIn = defineOperation({
  name: 'identity.startPasskeySignIn',
  summary: 'Begin signing in with a passkey: gives the options for the browser (WebAuthn).',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 300, visitors: 600 },
  input: z.object({}),
  output: z.object({ options: z.record(z.string(), z.unknown()), keep: Keep }),
  async handle(ctx) {
    const { headers, response } = await signInEngine(ctx).api.generatePasskeyAuthenticationOptions({
      returnHeaders: true,
    })
    return { options: { ...response, userVerification: 'required' }, keep: keepOf(headers) }
  },
})
