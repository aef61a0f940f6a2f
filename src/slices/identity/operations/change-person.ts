import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Email, Id, LangSchema, Line } from '../../../kernel/schema.ts'
import { refuseAbove } from '../role-permissions.ts'
import { findPerson, findPersonByEmail, updatePerson } from '../store/persons.ts'
import { FactValues } from '../views.ts'

export const changePerson = defineOperation({
  name: 'identity.changePerson',
  summary: 'Change a person: name, address, language, and the facts that audiences ask for.',
  kind: 'command',
  http: { method: 'PATCH', path: '/people/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({
    id: Id,
    name: Line(120),
    email: Email,
    language: LangSchema,
    products: FactValues.optional(),
    places: FactValues.optional(),
    stages: FactValues.optional(),
    tags: FactValues.optional(),
  }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  access: (_ctx, _input, person) => person.state !== 'erased',
  async handle(ctx, { id, ...change }, person) {
    await refuseAbove(ctx, id)
    const other = await findPersonByEmail(ctx.db, change.email)
    if (other && other.id !== id) throw refuse.field('email', 'identity.email.taken')
    const emailVerified = change.email === person.email ? person.email_verified : true
    await updatePerson(ctx.db, id, { ...change, emailVerified })
    ctx.emit({ type: 'person.changed', subject: { kind: 'person', id } })
    return {}
  },
})
