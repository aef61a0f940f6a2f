import { z } from 'zod'
import { Id } from '../../kernel/schema.ts'

/** An answer of a form with its question, as people read it. */
export const AnswerRowView = z.object({
  key: z.string(),
  label: z.string(),
  text: z.string(),
  table: z.object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
  files: z.array(z.object({ id: Id, name: z.string(), size: z.number() })),
})
export type AnswerRowView = z.output<typeof AnswerRowView>
