import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { deleteDocument, findDocument } from '../store.ts'

/** Removes a document and its file for good. */
export const removeDocument = defineOperation({
  name: 'knowledge.removeDocument',
  summary: 'Remove a document and its file for good',
  kind: 'command',
  http: { method: 'DELETE', path: '/documents/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  load: (ctx, { id }) => findDocument(ctx, id),
  async handle(ctx, _input, document) {
    await deleteDocument(ctx, document.id)
    await ctx.files.remove(document.file_id)
    ctx.emit({ type: 'document.removed', subject: { kind: 'document', id: document.id } })
    return { id: document.id }
  },
})
