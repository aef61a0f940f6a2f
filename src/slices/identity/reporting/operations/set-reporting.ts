import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findPerson } from '../../store/persons.ts'
import { reportingOf } from '../index.ts'
import { personByEmail } from '../person-by-email.ts'
import { findCostCentre, setReporting as store } from '../store.ts'

/** Says who somebody reports to, and on which cost centre they book. */
export const setReporting = defineOperation({
  name: 'identity.setReporting',
  summary: 'Set the manager and the cost centre of a person.',
  kind: 'command',
  http: { method: 'PUT', path: '/people/{id}/reporting' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({
    id: Id,
    manager: z.string().max(254).default('').describe('E-mail address of the manager; empty: none'),
    costCentreId: Id.nullable().default(null),
  }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  access: (_ctx, _input, person) => person.state !== 'erased',
  async handle(ctx, { id, manager, costCentreId }) {
    const managerId = await personByEmail(ctx, 'manager', manager)
    if (managerId === id) throw refuse.field('manager', 'identity.reporting.notYourself')
    if (managerId) {
      const above = await reportingOf(ctx, { personIds: [managerId], teamIds: [] })
      if (above.everybody.includes(id) && isAbove(id, managerId, above.managerOf))
        throw refuse.field('manager', 'identity.reporting.circle')
    }
    if (costCentreId && !(await findCostCentre(ctx.db, { id: costCentreId })))
      throw refuse.field('costCentreId', 'identity.reporting.noCostCentre')
    await store(ctx.db, id, { managerId, costCentreId })
    ctx.emit({ type: 'person.changed', subject: { kind: 'person', id } })
    return {}
  },
})

/** Whether somebody is above another, however far up. */
function isAbove(id: string, from: string, managerOf: (id: string) => string | null): boolean {
  const seen = new Set<string>()
  for (let at = managerOf(from); at !== null && !seen.has(at); at = managerOf(at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
