import { z } from 'zod'
import { newSecret } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Line } from '../../../kernel/schema.ts'
import { hashKey } from '../identification.ts'
import { checkPermissions } from '../role-permissions.ts'
import { insertApiKey } from '../store/api-keys.ts'
import { findPersonByEmail } from '../store/persons.ts'
import { Permissions } from '../views.ts'

export const createApiKey = defineOperation({
  name: 'identity.createApiKey',
  summary: 'Make an API key for yourself or, by address, for somebody else. The key is shown this once only.',
  kind: 'command',
  http: { method: 'POST', path: '/api-keys' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  rateLimit: { limit: 60, seconds: 3600 },
  input: z.object({
    name: Line(80),
    /** For whom it acts; empty: for whom makes it. */
    email: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email().max(254))]).default(''),
    scopes: Permissions,
    /** Days until it ends; none: it does not end by itself. */
    days: z.coerce.number().int().min(1).max(3650).nullable().default(365),
  }),
  output: z.object({ id: Id, key: z.string() }),
  async handle(ctx, { name, email, scopes, days }) {
    checkPermissions(ctx, scopes, 'scopes')
    const personId = email ? await personFor(email) : ctx.actor.personId
    if (!personId) throw refuse.field('email', 'refusal.required')
    const key = `theke_${newSecret()}`
    const id = await insertApiKey(ctx.db, {
      personId,
      name,
      hint: key.slice(0, 12),
      secretHash: hashKey(key),
      scopes,
      createdBy: ctx.actor.personId,
      days,
    })
    ctx.emit({ type: 'api-key.created', subject: { kind: 'api-key', id } })
    return { id, key }

    async function personFor(address: string): Promise<string> {
      const person = await findPersonByEmail(ctx.db, address)
      if (person?.state !== 'active') throw refuse.field('email', 'identity.email.nobody')
      return person.id
    }
  },
})
