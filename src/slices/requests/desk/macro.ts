import { z } from 'zod'
import { Id, Text } from '../../../kernel/schema.ts'
import { DeskChange } from './change.ts'

/** One step of a macro: an answer from a template, a note, or a change. */
const MacroStep = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), template: Id, state: z.enum(['open', 'waiting', 'solved']).default('waiting') }),
  z.object({ do: z.literal('note'), text: Text(5000) }),
  z.object({ do: z.literal('change'), change: DeskChange }),
])
export type MacroStep = z.infer<typeof MacroStep>

/** Steps of a macro, done in this order. At most one of them answers: nobody wants two mails. */
export const MacroSteps = z
  .array(MacroStep)
  .min(1, { error: 'requests.desk.macro.empty' })
  .max(10)
  .refine((steps) => steps.filter((step) => step.do === 'answer').length <= 1, {
    error: 'requests.desk.macro.oneAnswer',
  })
