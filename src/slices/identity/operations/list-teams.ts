import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Texts, textIn } from '../rules.ts'
import { listTeamRows } from '../store/groups.ts'
import { Named } from '../views.ts'

export const listTeams = defineOperation({
  name: 'identity.listTeams',
  summary: 'List all teams with how many people are in them.',
  kind: 'query',
  http: { method: 'GET', path: '/teams' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({ items: z.array(Named.extend({ names: Texts, people: z.number() })) }),
  examples: [{ title: 'All teams', input: {} }],
  async handle(ctx) {
    const rows = await listTeamRows(ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        key: row.key,
        name: textIn(row.names, ctx.lang, row.key),
        names: row.names as Texts,
        people: row.people,
      })),
    }
  },
})
