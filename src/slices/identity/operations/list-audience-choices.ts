import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { textIn } from '../rules.ts'
import { listAudienceNames } from '../store/audiences.ts'
import { Named } from '../views.ts'

export const listAudienceChoices = defineOperation({
  name: 'identity.listAudienceChoices',
  summary: 'List the names of all audiences, for choosing who may enter a portal.',
  kind: 'query',
  http: { method: 'GET', path: '/audiences/names' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({ items: z.array(Named) }),
  examples: [{ title: 'All names', input: {} }],
  async handle(ctx) {
    const rows = await listAudienceNames(ctx.db)
    return { items: rows.map(({ id, key, names }) => ({ id, key, name: textIn(names, ctx.lang, key) })) }
  },
})
