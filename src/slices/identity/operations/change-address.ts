import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Email, Id } from '../../../kernel/schema.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { findPerson, findPersonByEmail, updatePerson } from '../store/persons.ts'
import { takeCheck } from '../store/sign-in.ts'
import { addressCheck } from './request-address-change.ts'

const Wish = z.object({ personId: Id, email: Email })

export const changeAddress = defineOperation({
  name: 'identity.changeAddress',
  summary: 'Change the e-mail address of an account with the token of the link that was sent to the new address.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 600 },
  input: z.object({ token: z.string().regex(/^[\w-]{43}$/, { error: 'identity.link.broken' }) }),
  output: z.object({ outcome: z.enum(['changed', 'over']) }),
  async handle(ctx, { token }) {
    const kept = await takeCheck(ctx.db, addressCheck(token))
    const wish = kept === undefined ? undefined : Wish.parse(JSON.parse(kept))
    const person = wish && (await findPerson(ctx.db, wish.personId))
    if (!wish || person?.state !== 'active' || (await findPersonByEmail(ctx.db, wish.email)))
      return { outcome: 'over' as const }
    await updatePerson(ctx.db, person.id, { email: wish.email, emailVerified: true })
    // To the address that was: whoever did not change it learns of it there.
    await sendChanged(ctx, person.id, person.email, person.name, 'address')
    ctx.emit({ type: 'person.changed', subject: { kind: 'person', id: person.id } })
    return { outcome: 'changed' as const }
  },
})
