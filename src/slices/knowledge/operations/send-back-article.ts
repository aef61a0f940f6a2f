import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema, Text } from '../../../kernel/schema.ts'
import { stateAfter } from '../rules.ts'
import { touchArticle, updateTranslation } from '../store/translations.ts'
import { lockEditable } from './save-version.ts'

/** Gives what was submitted (or scheduled, or archived) back to the writers, with a note that says what is missing. */
export const sendBackArticle = defineOperation({
  name: 'knowledge.sendBackArticle',
  summary: 'Send what was submitted back to its writer',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/return' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.review',
  input: z.object({ id: Id, lang: LangSchema, note: Text(2000).describe('What is missing or wrong') }),
  output: z.object({}),
  load: (ctx, { id, lang }) => lockEditable(ctx, id, lang),
  async handle(ctx, { id, lang, note }, translation) {
    const state = stateAfter(translation.state, 'send_back')
    if (!state) throw refuse.conflict('knowledge.wrong_state', 'knowledge.refusal.wrongState')
    await updateTranslation(ctx, translation, { state, publish_at: null, review_note: note })
    await touchArticle(ctx, id)
    ctx.emit({
      type: 'article.sent_back',
      subject: { kind: 'article', id },
      payload: { lang, version: translation.head },
    })
    return {}
  },
})
