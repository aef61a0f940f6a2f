import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { editableOf, findDocument } from '../store.ts'
import { EditableDocument } from '../views.ts'

/** Reads what editors may change of a document. */
export const readEditableDocument = defineOperation({
  name: 'knowledge.readEditableDocument',
  summary: 'Read a document for editing',
  kind: 'query',
  http: { method: 'GET', path: '/editable-documents/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id }),
  output: EditableDocument,
  load: (ctx, { id }) => findDocument(ctx, id),
  handle: async (_ctx, _input, document) => editableOf(document),
})
