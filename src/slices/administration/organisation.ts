import { z } from 'zod'
import { LANGS } from '../../kernel/lang.ts'
import { Text } from '../../kernel/schema.ts'
import { defineSettings } from '../../kernel/settings.ts'

/** Pages that every portal needs by law, written by the organisation. */
export const LEGAL_PAGES = ['imprint', 'privacy', 'accessibility'] as const
export type LegalPage = (typeof LEGAL_PAGES)[number]

const Written = z.object({ title: z.string().max(200), text: z.union([z.literal(''), Text(100_000)]) })
export type Written = z.infer<typeof Written>

/** Their texts by language, as Markdown. */
export const organisationPages = defineSettings({
  name: 'organisation.pages',
  schema: z.partialRecord(z.enum(LEGAL_PAGES), z.partialRecord(z.enum(LANGS), Written)),
  initial: {},
})
