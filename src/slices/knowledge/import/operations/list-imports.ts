import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { PageInput, pageOf } from '../../../../kernel/paging.ts'
import { listImports as list } from '../imports-store.ts'
import { ImportView, viewOfImport } from '../views.ts'

/** Lists imports begun in the browser, newest first. */
export const listImports = defineOperation({
  name: 'knowledge.listImports',
  summary: 'List imports, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/imports' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object(PageInput),
  output: pageOf(ImportView.omit({ reasons: true, changes: true })),
  examples: [{ title: 'The first page', input: {} }],
  async handle(ctx, input) {
    const { items, next } = await list(ctx, input)
    return { items: items.map(viewOfImport), next }
  },
})
