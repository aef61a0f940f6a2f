import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Line } from '../../../kernel/schema.ts'
import { hashKey } from '../identification.ts'
import { putNewPassword } from '../sign-in/own-password.ts'
import { NewPassword, refuseWeak } from '../sign-in/password.ts'
import { addRoles } from '../store/belonging.ts'
import { acceptInvitationRow, findOpenInvitation } from '../store/invitations.ts'
import { insertPerson } from '../store/persons.ts'
import { InvitationSecret } from './read-invitation.ts'

export const acceptInvitation = defineOperation({
  name: 'identity.acceptInvitation',
  summary:
    'Accept an invitation: opens the account with a password, or adds the invited roles to the account there is.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 600, visitors: 200 },
  input: z.object({ secret: InvitationSecret, name: Line(120).optional(), password: NewPassword.optional() }),
  output: z.object({ email: z.string() }),
  load: (ctx, { secret }) => findOpenInvitation(ctx.db, hashKey(secret)),
  async handle(ctx, { name, password }, invitation) {
    if (!(await acceptInvitationRow(ctx.db, invitation.id))) throw refuse.notFound()
    const personId = invitation.person_id ?? (await openAccount())
    await addRoles(ctx.db, personId, invitation.role_ids)
    ctx.emit({ type: 'person.invitationAccepted', subject: { kind: 'person', id: personId } })
    return { email: invitation.email }

    async function openAccount(): Promise<string> {
      const own = name ?? invitation.name
      if (password === undefined) throw refuse.field('password', 'refusal.required')
      refuseWeak(password, { name: own, email: invitation.email })
      // The link came to this address: it needs no further confirmation.
      const id = await insertPerson(ctx.db, {
        name: own,
        email: invitation.email,
        language: invitation.language,
        emailVerified: true,
      })
      await putNewPassword(ctx, id, password)
      return id
    }
  },
})
