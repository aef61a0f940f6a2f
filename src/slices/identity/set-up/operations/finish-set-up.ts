import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { mailSender } from '../../../../kernel/mail.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { organisationPlace } from '../../../../kernel/organisation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Email, Line } from '../../../../kernel/schema.ts'
import { hashKey } from '../../identification.ts'
import { signInEngine } from '../../sign-in/engine.ts'
import { Device, SignInOutcome, step } from '../../sign-in/outcome.ts'
import { putNewPassword } from '../../sign-in/own-password.ts'
import { NewPassword, refuseWeak } from '../../sign-in/password.ts'
import { addRoles } from '../../store/belonging.ts'
import { findPersonByEmail, insertPerson } from '../../store/persons.ts'
import { roleIdsByKey } from '../../store/roles.ts'
import { foundPortals } from '../found-portals.ts'
import { AllAnswers, SetUpSecret } from '../rules.ts'
import { findDraft, lockOpenSetUp, markSetUp } from '../store.ts'

export const finishSetUp = defineOperation({
  name: 'identity.finishSetUp',
  summary: 'Finish setting up: everything that was answered holds from now on, the first administrator is signed in.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 600 },
  input: z.object({ secret: SetUpSecret, name: Line(120), email: Email, password: NewPassword, device: Device }),
  output: SignInOutcome,
  async handle(ctx, { secret, device, ...administrator }) {
    // Of two who finish at the same time the second one waits here, and finds that it is done.
    if (!(await lockOpenSetUp(ctx.db))) throw refuse.conflict('identity.set_up_done', 'identity.setUp.over')
    const draft = await findDraft(ctx.db, hashKey(secret))
    if (!draft) throw refuse.conflict('identity.set_up_lost', 'identity.setUp.lost')
    const answers = AllAnswers.safeParse(draft)
    if (!answers.success) throw refuse.conflict('identity.set_up_incomplete', 'identity.setUp.incomplete')

    const by = await openAccount(ctx, administrator)
    await foundPortals(ctx, answers.data, by)
    const { name, ...place } = answers.data.organisation
    await ctx.settings.set(organisationPlace, place)
    await ctx.settings.set(mailSender, { ...(await ctx.settings.get(mailSender)), name })
    await markSetUp(ctx.db)
    ctx.emit({ type: 'person.madeAdministrator', subject: { kind: 'person', id: by } })
    ctx.emit({ type: 'portal.changed', subject: { kind: 'installation', id: 'set-up' } })
    return signIn(ctx, administrator, device)
  },
})

type Administrator = { name: string; email: string; password: string }

async function openAccount(ctx: Ctx, { name, email, password }: Administrator): Promise<string> {
  refuseWeak(password, { name, email })
  if (await findPersonByEmail(ctx.db, email)) throw refuse.field('email', 'identity.email.taken')
  // Whoever knew the code operates the machine: the address needs no confirmation, and mail may not be set up yet.
  const id = await insertPerson(ctx.db, { name, email, language: ctx.lang, emailVerified: true })
  await addRoles(ctx.db, id, await roleIdsByKey(ctx.db, ['administrator', 'employee']))
  await putNewPassword(ctx, id, password)
  return id
}

async function signIn(ctx: Ctx, { email, password }: Administrator, device: string | null) {
  const engine = signInEngine(ctx, { device })
  const answer = await step(ctx, () => engine.api.signInEmail({ body: { email, password }, returnHeaders: true }))
  if (answer.outcome !== 'signed-in') throw new Error(`the first administrator could not sign in: ${answer.outcome}`)
  return answer
}
