import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, Id } from '../../../kernel/schema.ts'
import { textIn } from '../rules.ts'
import { listPeople as listRows } from '../store/persons.ts'
import { Key, PersonRow } from '../views.ts'

export const listPeople = defineOperation({
  name: 'identity.listPeople',
  summary: 'List people by name; search by any part of name or address, cut down to a role or state.',
  kind: 'query',
  http: { method: 'GET', path: '/people' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({
    q: z.string().max(200).transform(cleanLine).optional(),
    role: Key.optional(),
    state: z.enum(['active', 'deactivated']).optional(),
    ...PageInput,
  }),
  output: pageOf(PersonRow),
  examples: [
    { title: 'Everybody', input: {} },
    { title: 'Editors', input: { role: 'editor' } },
  ],
  async handle(ctx, { q, role, state, cursor, limit }) {
    const rows = await listRows(ctx.db, {
      search: q,
      role,
      state,
      after: cursor ? after(cursor) : undefined,
      limit: limit + 1,
    })
    const { items, next } = cutPage(rows, limit, (row) => [row.sort_name, row.id])
    return {
      items: items.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        state: row.state,
        signIn: row.sign_in,
        roles: row.roles.map(({ key, names }) => ({ key, name: textIn(names, ctx.lang, key) })),
      })),
      next,
    }
  },
})

function after(cursor: string) {
  const [name, id] = decodeCursor(cursor, 2)
  if (typeof name !== 'string' || !Id.safeParse(id).success) throw refuse.field('cursor', 'refusal.cursor')
  return { name, id: String(id) }
}
