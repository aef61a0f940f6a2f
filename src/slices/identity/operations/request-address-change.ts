import { z } from 'zod'
import { newSecret } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Email } from '../../../kernel/schema.ts'
import { hashKey } from '../identification.ts'
import { FAILURES } from '../rules.ts'
import { sendAddressLink, sendAlreadyKnown } from '../sign-in/mails.ts'
import { isOwnPassword } from '../sign-in/own-password.ts'
import { findPerson, findPersonByEmail } from '../store/persons.ts'
import { countFailure, insertCheck, listSignInWays, waitAfterFailures } from '../store/sign-in.ts'

/** Seconds for which the link holds. */
const LIFETIME = 86_400

export const requestAddressChange = defineOperation({
  name: 'identity.requestAddressChange',
  summary:
    'Ask for another e-mail address for my account. A link goes to the new address; the answer is the same whether somebody else has it.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 6, seconds: 3600 },
  input: z.object({ email: Email, password: z.string().max(200).default('') }),
  output: z.object({ outcome: z.enum(['sent', 'wrong', 'wait']) }),
  load: (ctx) =>
    ctx.actor.personId && ctx.actor.sessionId ? findPerson(ctx.db, ctx.actor.personId) : Promise.resolve(undefined),
  async handle(ctx, { email, password }, person) {
    if (!person.email) throw refuse.notFound()
    if (email === person.email) throw refuse.field('email', 'identity.address.same')
    const hash = hashKey(person.email)
    if ((await waitAfterFailures(ctx.db, hash, FAILURES)) > 0) return { outcome: 'wait' as const }
    const { password: hasOne } = await listSignInWays(ctx.db, person.id)
    if (hasOne && !(await isOwnPassword(ctx, person.id, password))) {
      await countFailure(ctx.db, hash, FAILURES.seconds)
      return { outcome: 'wrong' as const }
    }
    const owner = await findPersonByEmail(ctx.db, email)
    if (owner) {
      await sendAlreadyKnown(ctx, { id: owner.id, email, name: owner.name, language: owner.language })
      return { outcome: 'sent' as const }
    }
    const token = newSecret()
    await insertCheck(ctx.db, addressCheck(token), JSON.stringify({ personId: person.id, email }), LIFETIME)
    await sendAddressLink(ctx, { id: person.id, name: person.name, language: person.language, email }, token)
    return { outcome: 'sent' as const }
  },
})

/** Under which the wish is kept that a link's token opens; the token itself is kept nowhere. */
export function addressCheck(token: string): string {
  return `change-address:${hashKey(token)}`
}
