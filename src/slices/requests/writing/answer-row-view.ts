import { z } from 'zod'

/** An answer of a form as people read it. */
export const AnswerRowView = z.object({
  key: z.string(),
  label: z.string(),
  text: z.string(),
  table: z.object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
})
