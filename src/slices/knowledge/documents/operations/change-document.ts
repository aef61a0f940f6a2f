import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { DocumentInput, fieldsOf } from '../input.ts'
import { editableOf, findDocument, replaceFile, updateDocument } from '../store.ts'
import { EditableDocument } from '../views.ts'

/** Changes what is said of a document, who may read it, and, when one is given, its file. */
export const changeDocument = defineOperation({
  name: 'knowledge.changeDocument',
  summary: 'Change a document',
  kind: 'command',
  http: { method: 'PUT', path: '/documents/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: DocumentInput.extend({
    id: Id,
    isPublished: z.boolean().default(true),
    fileId: Id.optional().describe('Another file in place of the present one'),
  }),
  output: EditableDocument,
  load: (ctx, { id }) => findDocument(ctx, id),
  async handle(ctx, input, document) {
    await updateDocument(ctx, document.id, fieldsOf(input), input.isPublished)
    if (input.fileId && input.fileId !== document.file_id) {
      const file = await ctx.files.find(input.fileId)
      if (!file || file.owner !== null) throw refuse.field('fileId', 'knowledge.documents.noFile')
      await ctx.files.claim([file.id], `document:${document.id}`)
      await replaceFile(ctx, document.id, file)
      await ctx.files.remove(document.file_id)
      await ctx.jobs.enqueue('knowledge.extractDocument', { id: document.id, fileId: file.id })
    }
    ctx.emit({ type: 'document.changed', subject: { kind: 'document', id: document.id } })
    const changed = await findDocument(ctx, document.id)
    if (!changed) throw refuse.notFound()
    return editableOf(changed)
  },
})
