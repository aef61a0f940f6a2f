import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { PortalDefinition } from '../portal-definition.ts'
import { textIn } from '../rules.ts'
import { listPortalRows } from '../store/portals.ts'

export const listPortals = defineOperation({
  name: 'identity.listPortals',
  summary: 'List the portals of the installation, the default one first.',
  kind: 'query',
  http: { method: 'GET', path: '/portals' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        key: z.string(),
        name: z.string(),
        isDefault: z.boolean(),
        langs: z.array(z.string()),
        hosts: z.array(z.string()),
        entryAudienceId: Id.nullable(),
      }),
    ),
  }),
  examples: [{ title: 'All portals', input: {} }],
  async handle(ctx) {
    const rows = await listPortalRows(ctx.db)
    return {
      items: rows.map((row) => {
        const { names, langs, hosts } = PortalDefinition.parse(row.definition)
        return {
          id: row.id,
          key: row.key,
          name: textIn(names, ctx.lang, row.key),
          isDefault: row.is_default,
          langs,
          hosts,
          entryAudienceId: row.entry_audience_id,
        }
      }),
    }
  },
})
