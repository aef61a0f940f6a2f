import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { stateAfter } from '../rules.ts'
import { removePublication } from '../store/publications.ts'
import { updateTranslation } from '../store/translations.ts'
import { lockEditable } from './save-version.ts'

/** Takes a translation from readers. Its versions are kept; saving a new one brings it back as a draft. */
export const archiveArticle = defineOperation({
  name: 'knowledge.archiveArticle',
  summary: 'Take a translation from readers, keeping its versions',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/archive' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.review',
  confirm: true,
  input: z.object({ id: Id, lang: LangSchema }),
  output: z.object({}),
  load: (ctx, { id, lang }) => lockEditable(ctx, id, lang),
  async handle(ctx, { id, lang }, translation) {
    const state =
      stateAfter(translation.state, 'archive') ?? (translation.published_version !== null ? 'archived' : null)
    if (!state) throw refuse.conflict('knowledge.wrong_state', 'knowledge.refusal.wrongState')
    await removePublication(ctx, id, lang)
    await updateTranslation(ctx, translation, { state, published_version: null, publish_at: null })
    ctx.emit({ type: 'article.archived', subject: { kind: 'article', id }, payload: { lang } })
    return {}
  },
})
