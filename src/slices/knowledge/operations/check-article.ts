import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { Content } from '../content.ts'
import { PROBLEMS } from '../markdown/check.ts'
import { findEditable } from '../store/editable.ts'
import { listProblems } from '../store/problems.ts'
import { findVersion, listTranslations } from '../store/translations.ts'

export const ProblemView = z.object({
  kind: z.enum(PROBLEMS),
  field: z.string(),
  about: z.string().describe('Words or address that it is about'),
})

/** What would trouble readers: missing alternative text, jumping headings, links that lead nowhere. Of a text as typed, or as last saved. */
export const checkArticle = defineOperation({
  name: 'knowledge.checkArticle',
  summary: 'Check a text for broken links and barriers',
  kind: 'query',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/check' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, content: Content.partial({ title: true }).optional() }),
  output: z.object({ problems: z.array(ProblemView) }),
  async load(ctx, { id, lang }) {
    if (!(await findEditable(ctx, id))) return undefined
    const translation = (await listTranslations(ctx, id)).find((one) => one.lang === lang)
    return translation && findVersion(ctx, id, lang, translation.head)
  },
  async handle(ctx, { id, content }, version) {
    return { problems: await listProblems(ctx, id, { ...version.content, ...content }) }
  },
})
