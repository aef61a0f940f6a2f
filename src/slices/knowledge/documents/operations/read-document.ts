import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findPage, findReadableDocument, itemOf, listHeadings } from '../store.ts'
import { DocumentView } from '../views.ts'

/** Reads a page of a document. */
export const readDocument = defineOperation({
  name: 'knowledge.readDocument',
  summary: 'Read a page of a document',
  kind: 'query',
  http: { method: 'GET', path: '/documents/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({ id: Id, page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  output: DocumentView,
  load: (ctx, { id }) => findReadableDocument(ctx, id),
  async handle(ctx, { page }, document) {
    return {
      ...itemOf(document),
      state: document.state,
      page: (await findPage(ctx, document.id, page)) ?? null,
      contents: await listHeadings(ctx, document.id),
    }
  },
})
