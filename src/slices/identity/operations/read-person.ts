import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { textIn } from '../rules.ts'
import { listBelonging } from '../store/belonging.ts'
import { findPerson } from '../store/persons.ts'
import { listSignInWays } from '../store/sign-in.ts'
import { PersonView } from '../views.ts'

export const readPerson = defineOperation({
  name: 'identity.readPerson',
  summary: 'Read everything identity knows about a person.',
  kind: 'query',
  http: { method: 'GET', path: '/people/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: PersonView,
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, _input, person) {
    const [belonging, ways] = await Promise.all([listBelonging(ctx.db, person.id), listSignInWays(ctx.db, person.id)])
    const named = <R extends { id: string; key: string; names: unknown }>(row: R) => ({
      id: row.id,
      key: row.key,
      name: textIn(row.names, ctx.lang, row.key),
    })
    return {
      id: person.id,
      name: person.name,
      email: person.email,
      emailVerified: person.email_verified,
      language: person.language,
      state: person.state,
      signIn: person.sign_in,
      createdAt: person.created_at,
      roles: belonging.roles.map((role) => ({ ...named(role), throughSso: role.granted_through === 'sso' })),
      teams: belonging.teams.map(named),
      organisations: belonging.organisations,
      products: person.products,
      places: person.places,
      stages: person.stages,
      tags: person.tags,
      waysToSignIn: { ...ways, passkeys: ways.passkeys.length },
    }
  },
})
