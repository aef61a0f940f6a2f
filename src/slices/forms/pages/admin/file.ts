import { definePage } from '../../../../ui/page.ts'
import { formFileSchema } from '../../form-file.ts'
import { exportForm } from '../../operations/export-form.ts'

/** A form as a file to keep or to give to another installation. */
export const formFilePage = definePage({
  path: '/admin/forms/:key/file',
  layout: 'admin',
  requires: 'forms.manage',
  async get(call) {
    const file = await call.run(exportForm, { key: call.params['key'] ?? '' })
    return {
      raw: `${JSON.stringify(file, null, 2)}\n`,
      type: 'application/json; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="${file.key}.json"` },
    }
  },
})

/** The schema of such files. */
export const formSchemaPage = definePage({
  path: '/schemas/form.json',
  bare: true,
  get: () => ({
    raw: `${JSON.stringify(formFileSchema(), null, 2)}\n`,
    type: 'application/schema+json; charset=utf-8',
  }),
})
