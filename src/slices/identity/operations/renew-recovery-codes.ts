import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { refusalCode, signInEngine } from '../sign-in/engine.ts'
import { ownSession } from '../sign-in/own-session.ts'
import { TypedPassword } from '../sign-in/password.ts'

export const renewRecoveryCodes = defineOperation({
  name: 'identity.renewRecoveryCodes',
  summary: 'Make new recovery codes for my second factor; the old ones no longer work.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 10, seconds: 600 },
  input: z.object({ password: TypedPassword }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  async handle(ctx, { password }) {
    try {
      const { backupCodes } = await signInEngine(ctx).api.generateBackupCodes({
        body: { password },
        headers: await ownSession(ctx),
      })
      return { recoveryCodes: backupCodes }
    } catch (error) {
      if (refusalCode(error) === 'INVALID_PASSWORD') throw refuse.field('password', 'identity.password.wrong')
      throw refuse.conflict('identity.factor_off', 'identity.factor.off')
    }
  },
})
