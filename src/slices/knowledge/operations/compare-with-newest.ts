import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { compareContents } from '../compare.ts'
import { ContentView } from '../content.ts'
import { findEditable } from '../store/editable.ts'
import { findVersion, listTranslations } from '../store/translations.ts'
import { Comparison } from './compare-versions.ts'

/** How a text as typed differs from the newest version: what somebody sees who is told that another one has saved meanwhile. */
export const compareWithNewest = defineOperation({
  name: 'knowledge.compareWithNewest',
  summary: 'Compare a text as written with the newest version',
  kind: 'query',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/comparison' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, content: ContentView }),
  output: z.object({ fields: Comparison, author: z.string().nullable() }),
  async load(ctx, { id, lang }) {
    if (!(await findEditable(ctx, id))) return undefined
    const translation = (await listTranslations(ctx, id)).find((one) => one.lang === lang)
    return translation && findVersion(ctx, id, lang, translation.head)
  },
  handle: async (_ctx, { content }, newest) => ({
    fields: compareContents(newest.content, content),
    author: newest.author,
  }),
})
