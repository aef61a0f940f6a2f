import { definePage } from '../../../../ui/page.ts'
import { documentSchema } from '../../document.ts'
import { exportFlow } from '../../operations/export-flow.ts'
import { keyOf } from './frame.tsx'

/** The draft as a file. */
export const exportPage = definePage({
  path: '/admin/flows/:key/export',
  layout: 'admin',
  requires: 'flows.write',
  async get(call) {
    const document = await call.run(exportFlow, { key: keyOf(call) })
    return {
      raw: `${JSON.stringify(document, null, 2)}\n`,
      type: 'application/json; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="${document.key}.flow.json"` },
    }
  },
})

/** The JSON Schema of these files, at an address that stays. */
export const schemaPage = definePage({
  path: '/schemas/flow-1.json',
  bare: true,
  get: (call) => ({
    raw: `${JSON.stringify(documentSchema(`${call.origin}/schemas/flow-1.json`), null, 2)}\n`,
    type: 'application/schema+json; charset=utf-8',
  }),
})
