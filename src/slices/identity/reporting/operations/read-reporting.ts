import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findPerson } from '../../store/persons.ts'

/** Who somebody reports to, and on which cost centre they book. */
export const readReporting = defineOperation({
  name: 'identity.readReporting',
  summary: 'Read the manager and the cost centre of a person.',
  kind: 'query',
  http: { method: 'GET', path: '/people/{id}/reporting' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: z.object({
    manager: z.object({ id: Id, name: z.string(), email: z.string().nullable() }).nullable(),
    costCentreId: Id.nullable(),
  }),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, _input, person) {
    const manager = person.manager_id ? await findPerson(ctx.db, person.manager_id) : undefined
    return {
      manager: manager ? { id: manager.id, name: manager.name, email: manager.email } : null,
      costCentreId: person.cost_centre_id,
    }
  },
})
