import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { dueAfter } from '../rules.ts'
import { updateChecked } from '../store/articles.ts'
import { findEditable } from '../store/editable.ts'

/** Says that one has checked an article and found it right. Readers see when and by whom. */
export const markChecked = defineOperation({
  name: 'knowledge.markChecked',
  summary: 'Say that an article was checked and is right',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/checks' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ id: Id }),
  output: z.object({ dueAt: Instant.nullable() }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id }, article) {
    const dueAt = dueAfter(ctx.now(), article.check_every)
    await updateChecked(ctx, id, dueAt)
    ctx.emit({ type: 'article.checked', subject: { kind: 'article', id } })
    return { dueAt }
  },
})
