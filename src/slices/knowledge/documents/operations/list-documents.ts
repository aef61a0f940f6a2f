import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { PageInput, pageOf } from '../../../../kernel/paging.ts'
import { itemOf, listReadableDocuments } from '../store.ts'
import { DocumentItem } from '../views.ts'

/** Lists the documents that the reader may read, newest first. */
export const listDocuments = defineOperation({
  name: 'knowledge.listDocuments',
  summary: 'List manuals and other documents, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/documents' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object(PageInput),
  output: pageOf(DocumentItem),
  examples: [{ title: 'The first page', input: {} }],
  async handle(ctx, input) {
    const { items, next } = await listReadableDocuments(ctx, input)
    return { items: items.map(itemOf), next }
  },
})
