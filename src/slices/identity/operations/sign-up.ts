import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Email, LangSchema, Line } from '../../../kernel/schema.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { sendAlreadyKnown } from '../sign-in/mails.ts'
import { NewPassword, refuseWeak } from '../sign-in/password.ts'
import { findPersonByEmail } from '../store/persons.ts'
import { findPortalDefinition } from '../store/portals.ts'

export const signUp = defineOperation({
  name: 'identity.signUp',
  summary:
    'Open an account. A link to confirm the address is sent; the answer is the same whether the address is known already.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 6, seconds: 3600, visitors: 60 },
  rateLimitOn: { limit: 6, seconds: 3600, of: ({ email }) => email },
  input: z.object({ name: Line(120), email: Email, password: NewPassword, language: LangSchema }),
  output: z.object({}),
  async handle(ctx, { name, email, password, language }) {
    const portal = await findPortalDefinition(ctx.db, ctx.actor.portal)
    if (!portal?.signUp) throw refuse.conflict('identity.sign_up_closed', 'identity.signUp.closed')
    refuseWeak(password, { name, email })
    const known = await findPersonByEmail(ctx.db, email)
    const { api } = signInEngine(ctx)
    if (!known) {
      const { user } = await api.signUpEmail({ body: { name, email, password, language } as never })
      ctx.emit({ type: 'person.signedUp', subject: { kind: 'person', id: user.id } })
    } else if (!known.email_verified) {
      await api.sendVerificationEmail({ body: { email } })
    } else {
      await sendAlreadyKnown(ctx, { id: known.id, email, name: known.name, language: known.language })
    }
    return {}
  },
})
