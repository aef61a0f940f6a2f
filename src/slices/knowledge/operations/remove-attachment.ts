import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteAttachment } from '../store/attachments.ts'
import { findEditable } from '../store/editable.ts'

/** Takes an attachment away from an article. */
export const removeAttachment = defineOperation({
  name: 'knowledge.removeAttachment',
  summary: 'Remove an attachment of an article',
  kind: 'command',
  http: { method: 'DELETE', path: '/articles/{id}/attachments/{file}' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  confirm: true,
  input: z.object({ id: Id, file: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, file }) {
    if (await deleteAttachment(ctx, id, file)) await ctx.files.remove(file)
    ctx.emit({ type: 'article.changed', subject: { kind: 'article', id } })
    return {}
  },
})
