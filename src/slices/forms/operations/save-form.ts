import { z } from 'zod'
import { FormDefinition } from '../../../kernel/form/definition.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { VersionNumber } from '../../../kernel/schema.ts'
import { saveVersion } from '../save-version.ts'
import { findNewest } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** The whole form at once, as a new version. */
export const saveForm = defineOperation({
  name: 'forms.save',
  summary: 'Save the whole definition of a form as a new version',
  kind: 'command',
  http: { method: 'PUT', path: '/forms/{key}' },
  channels: ['web', 'api'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, base: VersionNumber, definition: FormDefinition }),
  output: z.object({ version: z.number().int() }),
  load: (ctx, { key }) => findNewest(ctx.db, key, { lock: true }),
  handle: async (ctx, { base, definition }, form) => ({ version: await saveVersion(ctx, form, base, definition) }),
})
