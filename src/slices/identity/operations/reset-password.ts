import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { endHere } from '../identification.ts'
import { refusalCode, signInEngine } from '../sign-in/engine.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { NewPassword, refuseWeak } from '../sign-in/password.ts'
import { findPerson, updatePerson } from '../store/persons.ts'
import { findTokens } from '../store/sessions.ts'
import { findCheckOwner } from '../store/sign-in.ts'

export const resetPassword = defineOperation({
  name: 'identity.resetPassword',
  summary: 'Choose a new password with the token of the link that was sent. Signs out everywhere.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 600, visitors: 200 },
  input: z.object({
    token: z.string().regex(/^[\w-]{10,200}$/, { error: 'identity.link.broken' }),
    password: NewPassword,
  }),
  output: z.object({ outcome: z.enum(['changed', 'over']) }),
  async handle(ctx, { token, password }) {
    const personId = await findCheckOwner(ctx.db, `reset-password:${token}`)
    const person = personId ? await findPerson(ctx.db, personId) : undefined
    if (!person?.email || person.state !== 'active') return { outcome: 'over' as const }
    refuseWeak(password, { name: person.name, email: person.email })
    const tokens = await findTokens(ctx.db, person.id)
    try {
      await signInEngine(ctx).api.resetPassword({ body: { newPassword: password, token } })
    } catch (error) {
      refusalCode(error)
      return { outcome: 'over' as const }
    }
    // Whoever could open the link owns the address.
    if (!person.email_verified) await updatePerson(ctx.db, person.id, { emailVerified: true })
    endHere(tokens)
    await sendChanged(ctx, person.id, person.email, person.name, 'password')
    ctx.emit({ type: 'person.passwordChanged', subject: { kind: 'person', id: person.id } })
    return { outcome: 'changed' as const }
  },
})
