import { z } from 'zod'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'

/** How far the text of a document has been got. */
export const DocumentState = z.enum(['waiting', 'ready', 'failed'])

/** Why no text was got. */
export const DocumentProblem = z.enum(['encrypted', 'damaged', 'too_large', 'no_text', 'unsupported', 'too_slow'])

/** A document in a list of readers. */
export const DocumentItem = z.object({
  id: Id,
  lang: LangSchema,
  title: z.string(),
  description: z.string(),
  categoryId: Id.nullable(),
  fileId: Id,
  fileName: z.string(),
  fileType: z.string(),
  fileSize: z.number().int().describe('Bytes'),
  pageCount: z.number().int(),
  isPaged: z.boolean().describe('Pages are those of the print; otherwise sections of the text'),
  publishedAt: Instant.nullable(),
})

/** A document with one of its pages. */
export const DocumentView = DocumentItem.extend({
  state: DocumentState,
  page: z.object({ number: z.number().int(), heading: z.string().nullable(), text: z.string() }).nullable(),
  contents: z.array(z.object({ number: z.number().int(), heading: z.string() })).describe('Where headings begin'),
})

/** A document as editors see it. */
export const EditableDocument = DocumentItem.extend({
  state: DocumentState,
  problem: DocumentProblem.nullable(),
  audienceId: Id.nullable(),
  portals: z.array(z.string()),
  owner: z.string().nullable(),
  changedAt: Instant,
})
