import { renderSVG } from 'uqr'
import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { refusalCode, signInEngine } from '../sign-in/engine.ts'
import { ownSession } from '../sign-in/own-session.ts'
import { TypedPassword } from '../sign-in/password.ts'

export const startSecondFactor = defineOperation({
  name: 'identity.startSecondFactor',
  summary: 'Begin switching on the second factor: gives the secret for an authenticator app, and recovery codes.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 10, seconds: 600 },
  input: z.object({ password: TypedPassword }),
  output: z.object({
    /** For typing it in. */
    secret: z.string(),
    /** The same as picture, SVG. */
    picture: z.string(),
    recoveryCodes: z.array(z.string()),
  }),
  async handle(ctx, { password }) {
    try {
      const answer = await signInEngine(ctx).api.enableTwoFactor({ body: { password }, headers: await ownSession(ctx) })
      const { totpURI, backupCodes } = answer as { totpURI: string; backupCodes: string[] }
      return {
        secret: new URL(totpURI).searchParams.get('secret') ?? '',
        picture: renderSVG(totpURI, { border: 2 }),
        recoveryCodes: backupCodes,
      }
    } catch (error) {
      if (refusalCode(error) === 'INVALID_PASSWORD') throw refuse.field('password', 'identity.password.wrong')
      throw refuse.conflict('identity.factor_on', 'identity.factor.alreadyOn')
    }
  },
})
