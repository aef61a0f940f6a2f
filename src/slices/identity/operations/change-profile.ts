import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema, Line } from '../../../kernel/schema.ts'
import { findPerson, updatePerson } from '../store/persons.ts'

export const changeProfile = defineOperation({
  name: 'identity.changeProfile',
  summary: 'Change my own name and the language in which I want to be written to.',
  kind: 'command',
  http: { method: 'PATCH', path: '/me' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ name: Line(120), language: LangSchema }),
  output: z.object({}),
  load: (ctx) => (ctx.actor.personId ? findPerson(ctx.db, ctx.actor.personId) : Promise.resolve(undefined)),
  async handle(ctx, { name, language }, person) {
    await updatePerson(ctx.db, person.id, { name, language })
    ctx.emit({ type: 'person.changed', subject: { kind: 'person', id: person.id } })
    return {}
  },
})
