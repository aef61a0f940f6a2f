import { z } from 'zod'
import { cleanText, Id, LangSchema, Line } from '../../../kernel/schema.ts'
import type { DocumentFields } from './store.ts'

/** What an editor says of a document. */
export const DocumentInput = z.object({
  lang: LangSchema.describe('Language that the document is written in'),
  title: Line(200),
  description: z.string().transform(cleanText).pipe(z.string().max(2000)).default(''),
  categoryId: Id.nullish(),
  audienceId: Id.nullish().describe('Who may read it; nothing: everybody'),
  portals: z.array(z.string().max(50)).max(50).default([]).describe('Portals that show it; empty: all'),
})

/** The same, as the store takes it. */
export function fieldsOf(input: z.output<typeof DocumentInput>): DocumentFields {
  const { lang, title, description, portals } = input
  return {
    lang,
    title,
    description,
    portals,
    categoryId: input.categoryId ?? null,
    audienceId: input.audienceId ?? null,
  }
}
