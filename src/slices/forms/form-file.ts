import { z } from 'zod'
import { FormDefinition } from '../../kernel/form/definition.ts'
import { FormKey } from './views.ts'

/** A form as a file. */
export const FormFile = z.object({
  $schema: z.string().optional(),
  kind: z.literal('theke.form'),
  version: z.literal(1),
  key: FormKey,
  definition: FormDefinition,
})

/** The JSON Schema of such files, for editors and other programs. */
export function formFileSchema(): object {
  return z.toJSONSchema(FormFile, { io: 'input', reused: 'inline', cycles: 'ref' })
}
