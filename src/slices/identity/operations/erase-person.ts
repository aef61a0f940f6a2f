import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { personalData } from '../personal-data.ts'
import { refuseAbove } from '../role-permissions.ts'
import { findPerson } from '../store/persons.ts'

export const erasePersonForGood = defineOperation({
  name: 'identity.erasePerson',
  summary: 'Erase what identity keeps about a deactivated person. Cannot be undone.',
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
    await personalData.erase(ctx, id)
    return {}
  },
})
