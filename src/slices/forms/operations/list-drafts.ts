import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { keptUntil } from '../rules.ts'
import { listDrafts as listRows } from '../store/drafts.ts'
import { DraftSummary } from '../views.ts'

/** What one has begun to fill in and not sent yet. */
export const listDrafts = defineOperation({
  name: 'forms.listDrafts',
  summary: 'List forms that I have begun to fill in, the latest first',
  kind: 'query',
  http: { method: 'GET', path: '/drafts' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({ items: z.array(DraftSummary) }),
  examples: [{ title: 'Mine', input: {} }],
  async handle(ctx) {
    const drafts = ctx.actor.personId === null ? [] : await listRows(ctx.db, ctx.actor.personId)
    return {
      items: drafts.map(({ id, purpose, changedAt }) => ({
        id,
        title: purpose.title,
        kind: purpose.kind,
        changedAt,
        keptUntil: keptUntil(changedAt),
      })),
    }
  },
})
