import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { deleteDraft } from '../store/drafts.ts'
import { findEditable } from '../store/editable.ts'

/** Forgets what the writer typed and did not save. */
export const dropDraft = defineOperation({
  name: 'knowledge.dropDraft',
  summary: 'Forget what one has written and not saved',
  kind: 'command',
  http: { method: 'DELETE', path: '/articles/{id}/translations/{lang}/draft' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  confirm: true,
  input: z.object({ id: Id, lang: LangSchema }),
  output: z.object({}),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, lang }) {
    await deleteDraft(ctx, id, lang)
    return {}
  },
})
