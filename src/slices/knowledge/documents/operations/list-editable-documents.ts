import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { PageInput, pageOf } from '../../../../kernel/paging.ts'
import { editableOf, listDocuments } from '../store.ts'
import { EditableDocument } from '../views.ts'

/** Lists all documents with how far their text has been got, for editors. */
export const listEditableDocuments = defineOperation({
  name: 'knowledge.listEditableDocuments',
  summary: 'List all documents for editing, last changed first',
  kind: 'query',
  http: { method: 'GET', path: '/editable-documents' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object(PageInput),
  output: pageOf(EditableDocument),
  examples: [{ title: 'The first page', input: {} }],
  async handle(ctx, input) {
    const { items, next } = await listDocuments(ctx, input)
    return { items: items.map(editableOf), next }
  },
})
