import { z } from 'zod'
import { cleanLine, cleanText, Line } from '../../kernel/schema.ts'

const OptionalText = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().max(max, { error: 'knowledge.refusal.tooLong' }))
    .default('')
const OptionalLine = (max: number) => z.string().transform(cleanLine).pipe(z.string().max(max)).default('')
/** Several words or wordings, as a list or as one line with commas. */
const Words = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => [value].flat().flatMap((one) => (Array.isArray(value) ? [one] : one.split(/[,;\n]/))))
  .transform((words) => [...new Set(words.map(cleanLine).filter(Boolean))])
  .pipe(z.array(z.string().max(100)).max(50))

/** The largest text of an article, in characters. */
export const LONGEST = 200_000

/** What a translation says: what versions, drafts and imports consist of. Texts are Markdown except title and summary. */
export const Content = z.object({
  title: Line(200),
  summary: OptionalLine(500),
  body: OptionalText(LONGEST),
  symptom: OptionalText(20_000),
  cause: OptionalText(20_000),
  workaround: OptionalText(20_000),
  fixedIn: OptionalText(20_000),
  keywords: Words,
  tags: Words,
})
export type Content = z.output<typeof Content>

/** The fields of a content that are Markdown, in the order in which they are read. */
export const MARKDOWN_FIELDS = ['symptom', 'cause', 'workaround', 'fixedIn', 'body'] as const

/** A content as the API gives it: nothing refused, because it has been accepted before. */
export const ContentView = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  symptom: z.string(),
  cause: z.string(),
  workaround: z.string(),
  fixedIn: z.string(),
  keywords: z.array(z.string()),
  tags: z.array(z.string()),
})
