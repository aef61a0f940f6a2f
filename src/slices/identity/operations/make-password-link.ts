import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Email } from '../../../kernel/schema.ts'
import { passwordLink } from '../sign-in/password-link.ts'
import { findPersonByEmail } from '../store/persons.ts'

export const makePasswordLink = defineOperation({
  name: 'identity.makePasswordLink',
  summary: 'Make a link for choosing a new password, without mail. Only for whoever operates the machine.',
  kind: 'command',
  channels: ['system'],
  requires: 'platform.manage',
  input: z.object({ email: Email }),
  output: z.object({ link: z.string() }),
  load: (ctx, { email }) => findPersonByEmail(ctx.db, email),
  access: (_ctx, _input, person) => person.state === 'active' && person.sign_in,
  async handle(ctx, _input, person) {
    ctx.emit({ type: 'person.passwordLinkMade', subject: { kind: 'person', id: person.id } })
    return { link: await passwordLink(ctx, person) }
  },
})
