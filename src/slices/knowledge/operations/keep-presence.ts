import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { deletePresence, listOthers, putPresence } from '../store/drafts.ts'
import { findEditable } from '../store/editable.ts'

/** Says that one has a translation open for editing (or has closed it), and hears who else has. */
export const keepPresence = defineOperation({
  name: 'knowledge.keepPresence',
  summary: 'Say that one is editing a translation, and hear who else is',
  kind: 'command',
  http: { method: 'PUT', path: '/articles/{id}/translations/{lang}/presence' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, isOpen: z.boolean().default(true) }),
  output: z.object({ others: z.array(z.string()).describe('Names of the others who are editing it') }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, lang, isOpen }) {
    if (isOpen) await putPresence(ctx, id, lang)
    else await deletePresence(ctx, id, lang)
    return { others: await listOthers(ctx, id, lang) }
  },
})
