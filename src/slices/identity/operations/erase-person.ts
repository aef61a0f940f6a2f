import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { refuseAbove } from '../role-permissions.ts'
import { findPerson } from '../store/persons.ts'

/** Takes somebody out of everything. Cases, orders and articles stay for the figures and for others, without them. */
export const erasePersonForGood = defineOperation({
  name: 'identity.erasePerson',
  summary: 'Erase everything that is kept about a deactivated person, in every area. Cannot be undone.',
  kind: 'command',
  http: { method: 'DELETE', path: '/people/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, { id }, person) {
    await refuseAbove(ctx, id)
    if (person.state !== 'deactivated')
      throw refuse.conflict('identity.not_deactivated', 'identity.person.deactivateFirst')
    // Whose tables others build on comes last: they still find the person by what it keeps.
    for (const kept of [...ctx.personalData.values()].toReversed()) await kept.erase(ctx, id)
    return {}
  },
})
