import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema, Line } from '../../../kernel/schema.ts'
import { beginTranslation } from '../begin-translation.ts'
import { Content } from '../content.ts'
import { findEditable } from '../store/editable.ts'
import { findVersion, listTranslations, touchArticle } from '../store/translations.ts'

/** Begins a translation, as a draft; on request with the original's text to write over. */
export const addTranslation = defineOperation({
  name: 'knowledge.addTranslation',
  summary: 'Begin a translation of an article',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({
    id: Id,
    lang: LangSchema,
    title: Line(200),
    copyFrom: LangSchema.optional().describe('Begin with the newest text in this language'),
    content: Content.omit({ title: true }).partial().optional(),
  }),
  output: z.object({ lang: LangSchema, slug: z.string(), version: z.number().int() }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, lang, title, copyFrom, content }) {
    const translations = await listTranslations(ctx, id)
    if (translations.some((translation) => translation.lang === lang))
      throw refuse.conflict('knowledge.translation_exists', 'knowledge.refusal.translationExists')
    const source = translations.find((translation) => translation.lang === copyFrom)
    const copied = source && (await findVersion(ctx, id, source.lang, source.head))?.content
    const begun = await beginTranslation(
      ctx,
      id,
      lang,
      Content.parse({ ...copied, tags: [], keywords: [], ...content, title }),
    )
    await touchArticle(ctx, id)
    ctx.emit({ type: 'article.translated', subject: { kind: 'article', id }, payload: { lang } })
    return begun
  },
})
