import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { endHere } from '../identification.ts'
import { refuseAbove } from '../role-permissions.ts'
import { countAdministrators } from '../store/belonging.ts'
import { findPerson, updatePerson } from '../store/persons.ts'
import { deleteSessions } from '../store/sessions.ts'

export const deactivatePerson = defineOperation({
  name: 'identity.deactivatePerson',
  summary: 'Deactivate a person: signed out everywhere, no longer able to sign in, API keys without effect.',
  kind: 'command',
  http: { method: 'POST', path: '/people/{id}/deactivation' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, { id }, person) {
    await refuseAbove(ctx, id)
    if (id === ctx.actor.personId) throw refuse.conflict('identity.yourself', 'identity.person.notYourself')
    if (person.state !== 'active') throw refuse.conflict('identity.not_active', 'identity.person.notActive')
    await updatePerson(ctx.db, id, { state: 'deactivated' })
    if ((await countAdministrators(ctx.db)) === 0)
      throw refuse.conflict('identity.last_administrator', 'identity.lastAdministrator')
    endHere(await deleteSessions(ctx.db, id, {}))
    ctx.emit({ type: 'person.deactivated', subject: { kind: 'person', id } })
    return {}
  },
})
