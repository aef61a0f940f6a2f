import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { Texts, textIn } from '../../rules.ts'
import { listCostCentreRows } from '../store.ts'

export const listCostCentres = defineOperation({
  name: 'identity.listCostCentres',
  summary: 'List all cost centres with their owners and how many people book on them.',
  kind: 'query',
  http: { method: 'GET', path: '/cost-centres' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        key: z.string(),
        name: z.string(),
        names: Texts,
        owner: z.object({ id: Id, name: z.string(), email: z.string().nullable() }).nullable(),
        people: z.number(),
      }),
    ),
  }),
  examples: [{ title: 'All cost centres', input: {} }],
  async handle(ctx) {
    const rows = await listCostCentreRows(ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        key: row.key,
        name: textIn(row.names, ctx.lang, row.key),
        names: row.names as Texts,
        owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '—', email: row.owner_email } : null,
        people: row.people,
      })),
    }
  },
})
