import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { cleanLine, Id } from '../../../../kernel/schema.ts'
import { listColleagues, roleChoices } from '../../../identity/index.ts'

const Choice = z.object({ id: Id, name: z.string() })

/** With whom one may share: colleagues by name, and roles. */
export const listReaders = defineOperation({
  name: 'requests.listReaders',
  summary: 'List colleagues and roles with whom I may share a request, or for whom I may write one',
  kind: 'query',
  http: { method: 'GET', path: '/request-readers' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ q: z.string().max(100).transform(cleanLine).default('').describe('Part of a name') }),
  output: z.object({ people: z.array(Choice), roles: z.array(Choice) }),
  examples: [{ title: 'Colleagues', input: {} }],
  async handle(ctx, { q }) {
    const people = await listColleagues(ctx, { search: q, limit: 200 })
    // Roles are only of use to those who have colleagues here.
    return { people, roles: people.length > 0 ? await roleChoices(ctx) : [] }
  },
})
