import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { textIn } from '../rules.ts'
import { listBelonging } from '../store/belonging.ts'
import { findPerson } from '../store/persons.ts'
import { Named } from '../views.ts'

export const readProfile = defineOperation({
  name: 'identity.readProfile',
  summary: 'Read my own profile: name, address, language, roles, teams, organisations.',
  kind: 'query',
  http: { method: 'GET', path: '/me' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    language: LangSchema,
    roles: z.array(Named),
    teams: z.array(Named),
    organisations: z.array(Named),
  }),
  examples: [{ title: 'Who am I?', input: {} }],
  load: (ctx) => (ctx.actor.personId ? findPerson(ctx.db, ctx.actor.personId) : Promise.resolve(undefined)),
  async handle(ctx, _input, person) {
    const { roles, teams, organisations } = await listBelonging(ctx.db, person.id)
    const named = (row: { id: string; key: string; names: unknown }) => ({
      id: row.id,
      key: row.key,
      name: textIn(row.names, ctx.lang, row.key),
    })
    const { id, name, email, language } = person
    return { id, name, email, language, roles: roles.map(named), teams: teams.map(named), organisations }
  },
})
