import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { FormFile } from '../form-file.ts'
import { findNewest } from '../store/forms.ts'
import { fileOf } from '../transfer.ts'
import { FormKey } from '../views.ts'

/** The newest version as a file for another installation. */
export const exportForm = defineOperation({
  name: 'forms.export',
  summary: 'Export the newest version of a form as a file; its schema is at /schemas/form.json',
  kind: 'query',
  http: { method: 'GET', path: '/forms/{key}/file' },
  channels: ['web', 'api'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey }),
  output: FormFile,
  examples: [{ title: 'The form for new laptops', input: { key: 'new-laptop' } }],
  load: (ctx, { key }) => findNewest(ctx.db, key),
  handle: async (ctx, _input, form) => fileOf(ctx, form),
})
