import { z } from 'zod'
import { FormDefinition } from '../../../kernel/form/definition.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { VersionNumber } from '../../../kernel/schema.ts'
import { applyChange, Change } from '../changes.ts'
import { saveVersion } from '../save-version.ts'
import { findNewest } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** One change of a form: a version of its own, so that every step can be taken back. */
export const changeForm = defineOperation({
  name: 'forms.change',
  summary: 'Change a form by one step (add, set, move, duplicate or remove a field or page), as a new version',
  kind: 'command',
  http: { method: 'POST', path: '/forms/{key}/changes' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({
    key: FormKey,
    base: VersionNumber.describe('Version that the change was made on'),
    change: Change,
  }),
  output: z.object({
    version: z.number().int(),
    at: z.string().nullable().describe('Key of the field or id of the page'),
  }),
  load: (ctx, { key }) => findNewest(ctx.db, key, { lock: true }),
  async handle(ctx, { base, change }, form) {
    const { definition, at } = applyChange(form.definition, change)
    return {
      version: await saveVersion(ctx, form, base, FormDefinition.parse(JSON.parse(JSON.stringify(definition)))),
      at,
    }
  },
})
