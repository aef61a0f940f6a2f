import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema, Line, Text } from '../../../kernel/schema.ts'
import { LEGAL_PAGES, organisationPages } from '../organisation.ts'

/** Writes a legal page in one language. */
export const writeLegalPage = defineOperation({
  name: 'administration.writeLegalPage',
  summary: 'Write the imprint, the privacy notice or the accessibility statement in one language, as Markdown',
  kind: 'command',
  http: { method: 'PUT', path: '/settings/pages/{page}/{lang}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ page: z.enum(LEGAL_PAGES), lang: LangSchema, title: Line(200), text: Text(100_000) }),
  output: z.object({ page: z.enum(LEGAL_PAGES), lang: LangSchema }),
  async handle(ctx, { page, lang, title, text }) {
    const pages = await ctx.settings.get(organisationPages)
    await ctx.settings.set(organisationPages, { ...pages, [page]: { ...pages[page], [lang]: { title, text } } })
    return { page, lang }
  },
})
