import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { endHere } from '../identification.ts'
import { refusalCode, signInEngine } from '../sign-in/engine.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { Keep, keepOf } from '../sign-in/outcome.ts'
import { ownSession } from '../sign-in/own-session.ts'
import { findTokens } from '../store/sessions.ts'

export const finishSecondFactor = defineOperation({
  name: 'identity.finishSecondFactor',
  summary: 'Switch the second factor on by giving a first code of the authenticator app.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 20, seconds: 600 },
  input: z.object({
    code: z
      .string()
      .max(40)
      .transform((code) => code.replace(/\s/g, '')),
  }),
  output: z.object({ outcome: z.enum(['on', 'wrong']), keep: Keep.default([]) }),
  async handle(ctx, { code }) {
    const own = await ownSession(ctx)
    const personId = ctx.actor.personId ?? ''
    const before = await findTokens(ctx.db, personId, ctx.actor.sessionId ?? undefined)
    try {
      const { headers } = await signInEngine(ctx).api.verifyTOTP({ body: { code }, headers: own, returnHeaders: true })
      endHere(before)
      await sendChanged(ctx, personId, ctx.actor.email, ctx.actor.name ?? '', 'factor')
      ctx.emit({ type: 'person.secondFactorOn', subject: { kind: 'person', id: personId } })
      return { outcome: 'on' as const, keep: keepOf(headers) }
    } catch (error) {
      refusalCode(error)
      return { outcome: 'wrong' as const }
    }
  },
})
