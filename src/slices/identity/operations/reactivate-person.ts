import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { refuseAbove } from '../role-permissions.ts'
import { findPerson, updatePerson } from '../store/persons.ts'

export const reactivatePerson = defineOperation({
  name: 'identity.reactivatePerson',
  summary: 'Let a deactivated person sign in again.',
  kind: 'command',
  http: { method: 'POST', path: '/people/{id}/reactivation' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, { id }, person) {
    await refuseAbove(ctx, id)
    if (person.state !== 'deactivated')
      throw refuse.conflict('identity.not_deactivated', 'identity.person.notDeactivated')
    await updatePerson(ctx.db, id, { state: 'active' })
    ctx.emit({ type: 'person.reactivated', subject: { kind: 'person', id } })
    return {}
  },
})
