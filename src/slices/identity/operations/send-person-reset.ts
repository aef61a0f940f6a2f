import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { findPerson } from '../store/persons.ts'

export const sendPersonReset = defineOperation({
  name: 'identity.sendPersonReset',
  summary: 'Send somebody a link for choosing a new password.',
  kind: 'command',
  http: { method: 'POST', path: '/people/{id}/password-link' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  rateLimit: { limit: 60, seconds: 3600 },
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, _input, person) {
    if (person.state !== 'active' || !person.email || !person.sign_in)
      throw refuse.conflict('identity.not_active', 'identity.person.notActive')
    await signInEngine(ctx).api.requestPasswordReset({ body: { email: person.email } })
    return {}
  },
})
