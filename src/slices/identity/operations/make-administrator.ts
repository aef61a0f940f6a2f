import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Email, LangSchema, Line } from '../../../kernel/schema.ts'
import { markSetUp } from '../set-up/store.ts'
import { passwordLink } from '../sign-in/password-link.ts'
import { addRoles } from '../store/belonging.ts'
import { findPersonByEmail, insertPerson, updatePerson } from '../store/persons.ts'
import { roleIdsByKey } from '../store/roles.ts'

export const makeAdministrator = defineOperation({
  name: 'identity.makeAdministrator',
  summary:
    'Make somebody an administrator, known or new, and a link for choosing a password. Only for whoever operates the machine.',
  kind: 'command',
  channels: ['system'],
  requires: 'platform.manage',
  input: z.object({ email: Email, name: Line(120), language: LangSchema }),
  output: z.object({ link: z.string() }),
  async handle(ctx, { email, name, language }) {
    const known = await findPersonByEmail(ctx.db, email)
    const id = known?.id ?? (await insertPerson(ctx.db, { email, name, language, emailVerified: true }))
    if (known && known.state !== 'active') await updatePerson(ctx.db, id, { state: 'active' })
    await addRoles(ctx.db, id, await roleIdsByKey(ctx.db, ['administrator']))
    // Who can be reached like this needs no page for setting up.
    await markSetUp(ctx.db)
    ctx.emit({ type: 'person.madeAdministrator', subject: { kind: 'person', id } })
    return { link: await passwordLink(ctx, { id, language: known?.language ?? language }) }
  },
})
