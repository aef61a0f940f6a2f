import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refusalCode, signInEngine } from '../sign-in/engine.ts'

export const confirmAddress = defineOperation({
  name: 'identity.confirmAddress',
  summary: 'Confirm an e-mail address with the token of the link that was sent to it.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 600 },
  input: z.object({ token: z.string().regex(/^[\w.-]{20,2000}$/, { error: 'identity.link.broken' }) }),
  output: z.object({ outcome: z.enum(['confirmed', 'over']) }),
  async handle(ctx, { token }) {
    try {
      await signInEngine(ctx).api.verifyEmail({ query: { token } })
      return { outcome: 'confirmed' as const }
    } catch (error) {
      refusalCode(error)
      return { outcome: 'over' as const }
    }
  },
})
