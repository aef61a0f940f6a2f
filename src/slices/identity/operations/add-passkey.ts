import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Line } from '../../../kernel/schema.ts'
import { refusalCode, signInEngine } from '../sign-in/engine.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { Kept } from '../sign-in/outcome.ts'
import { ownSession } from '../sign-in/own-session.ts'
import { PasskeyAnswer } from '../sign-in/passkey-answer.ts'

export const addPasskey = defineOperation({
  name: 'identity.addPasskey',
  summary: 'Add a passkey with the answer of the browser (WebAuthn).',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 20, seconds: 600 },
  input: z.object({ answer: PasskeyAnswer, name: Line(80), kept: Kept }),
  output: z.object({}),
  async handle(ctx, { answer, name, kept }) {
    const headers = await ownSession(ctx, kept)
    headers.set('origin', ctx.installation.url)
    try {
      await signInEngine(ctx).api.verifyPasskeyRegistration({ body: { response: answer, name }, headers })
    } catch (error) {
      refusalCode(error)
      throw refuse.conflict('identity.passkey_failed', 'identity.passkey.failed')
    }
    const { personId, email, name: own } = ctx.actor
    await sendChanged(ctx, personId ?? '', email, own ?? '', 'passkey')
    ctx.emit({ type: 'person.passkeyAdded', subject: { kind: 'person', id: personId ?? '' } })
    return {}
  },
})
