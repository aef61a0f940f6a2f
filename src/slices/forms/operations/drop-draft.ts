import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { findDraftFor } from '../door.ts'
import { removeDraft } from '../remove-draft.ts'
import { DraftAddress } from '../views.ts'

/** Throws answers away that were not sent. */
export const dropDraft = defineOperation({
  name: 'forms.dropDraft',
  summary: 'Throw away answers that were not sent',
  kind: 'command',
  http: { method: 'DELETE', path: '/drafts/{address}' },
  channels: ['web', 'api'],
  requires: 'anyone',
  confirm: true,
  input: z.object({ address: DraftAddress }),
  output: z.object({}),
  load: (ctx, { address }) => findDraftFor(ctx, address, { lock: true }),
  async handle(ctx, _input, draft) {
    await removeDraft(ctx, draft.id)
    return {}
  },
})
