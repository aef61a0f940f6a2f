import { z } from 'zod'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { LEGAL_PAGES, organisationPages } from '../organisation.ts'

/** A legal page in the reader's language, or else in another one, which is said. */
export const readLegalPage = defineOperation({
  name: 'administration.readLegalPage',
  summary: 'Read the imprint, the privacy notice or the accessibility statement',
  kind: 'query',
  http: { method: 'GET', path: '/pages/{page}' },
  channels: ['web', 'api'],
  requires: 'anyone',
  input: z.object({ page: z.enum(LEGAL_PAGES) }),
  output: z.object({
    page: z.enum(LEGAL_PAGES),
    written: z.object({ lang: LangSchema, title: z.string(), text: z.string().describe('Markdown') }).nullable(),
    notes: z.array(z.string()).describe('What follows from settings: for how long something is kept'),
  }),
  examples: [{ title: 'The imprint', input: { page: 'imprint' } }],
  async handle(ctx, { page }) {
    const texts = (await ctx.settings.get(organisationPages))[page] ?? {}
    const lang = [ctx.lang, ...LANGS].find((one) => texts[one]?.text)
    const written = lang && texts[lang]
    const notes = page === 'privacy' ? (await Promise.all(ctx.privacyNotes.map((of) => of(ctx)))).flat() : []
    return { page, written: lang && written ? { lang, ...written } : null, notes }
  },
})
