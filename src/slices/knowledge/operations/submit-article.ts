import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { stateAfter } from '../rules.ts'
import { touchArticle, updateTranslation } from '../store/translations.ts'
import { lockEditable } from './save-version.ts'

/** Hands the newest version to those who review. */
export const submitArticle = defineOperation({
  name: 'knowledge.submitArticle',
  summary: 'Submit the newest version of a translation for review',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/submission' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema }),
  output: z.object({ version: z.number().int() }),
  load: (ctx, { id, lang }) => lockEditable(ctx, id, lang),
  async handle(ctx, { id, lang }, translation) {
    const state = stateAfter(translation.state, 'submit')
    if (!state) throw refuse.conflict('knowledge.wrong_state', 'knowledge.refusal.wrongState')
    const submitted = { state, submitted_by: ctx.actor.personId, submitted_at: ctx.now(), review_note: null }
    await updateTranslation(ctx, translation, submitted)
    await touchArticle(ctx, id)
    ctx.emit({
      type: 'article.submitted',
      subject: { kind: 'article', id },
      payload: { lang, version: translation.head },
    })
    return { version: translation.head }
  },
})
