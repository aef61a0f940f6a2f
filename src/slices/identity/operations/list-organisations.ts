import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { listOrganisationRows } from '../store/groups.ts'
import { Named } from '../views.ts'

export const listOrganisations = defineOperation({
  name: 'identity.listOrganisations',
  summary: 'List all organisations with how many people belong to them.',
  kind: 'query',
  http: { method: 'GET', path: '/organisations' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({ items: z.array(Named.extend({ people: z.number() })) }),
  examples: [{ title: 'All organisations', input: {} }],
  async handle(ctx) {
    return { items: await listOrganisationRows(ctx.db) }
  },
})
