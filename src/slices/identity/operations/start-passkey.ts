import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Keep, keepOf } from '../sign-in/outcome.ts'
import { ownSession } from '../sign-in/own-session.ts'

export const startPasskey = defineOperation({
  name: 'identity.startPasskey',
  summary: 'Begin adding a passkey: gives the options for the browser (WebAuthn).',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 20, seconds: 600 },
  input: z.object({}),
  output: z.object({ options: z.record(z.string(), z.unknown()), keep: Keep }),
  async handle(ctx) {
    const { headers, response } = await signInEngine(ctx).api.generatePasskeyRegistrationOptions({
      headers: await ownSession(ctx),
      returnHeaders: true,
    })
    const authenticatorSelection = { ...response.authenticatorSelection, userVerification: 'required' }
    return { options: { ...response, authenticatorSelection }, keep: keepOf(headers) }
  },
})
