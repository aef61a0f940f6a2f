import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { endHere, hashKey } from '../identification.ts'
import { FAILURES } from '../rules.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { isOwnPassword, putNewPassword } from '../sign-in/own-password.ts'
import { NewPassword, refuseWeak } from '../sign-in/password.ts'
import { findPerson } from '../store/persons.ts'
import { deleteSessions } from '../store/sessions.ts'
import { countFailure, listSignInWays, waitAfterFailures } from '../store/sign-in.ts'

export const changePassword = defineOperation({
  name: 'identity.changePassword',
  summary: 'Change my password, or choose a first one. Signs out everywhere but here.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 20, seconds: 600 },
  input: z.object({ current: z.string().max(200).default(''), password: NewPassword }),
  output: z.object({ outcome: z.enum(['changed', 'wrong', 'wait']) }),
  load: (ctx) =>
    ctx.actor.personId && ctx.actor.sessionId ? findPerson(ctx.db, ctx.actor.personId) : Promise.resolve(undefined),
  async handle(ctx, { current, password }, person) {
    if (!person.email) throw refuse.notFound()
    refuseWeak(password, { name: person.name, email: person.email })
    const hash = hashKey(person.email)
    if ((await waitAfterFailures(ctx.db, hash, FAILURES)) > 0) return { outcome: 'wait' as const }
    const { password: hasOne } = await listSignInWays(ctx.db, person.id)
    if (hasOne && !(await isOwnPassword(ctx, person.id, current))) {
      await countFailure(ctx.db, hash, FAILURES.seconds)
      return { outcome: 'wrong' as const }
    }
    await putNewPassword(ctx, person.id, password)
    endHere(await deleteSessions(ctx.db, person.id, { except: ctx.actor.sessionId }))
    await sendChanged(ctx, person.id, person.email, person.name, 'password')
    ctx.emit({ type: 'person.passwordChanged', subject: { kind: 'person', id: person.id } })
    return { outcome: 'changed' as const }
  },
})
