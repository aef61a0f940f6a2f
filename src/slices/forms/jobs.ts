import type { Job } from '../../kernel/slice.ts'
import { removeDraft } from './remove-draft.ts'
import { DRAFT_DAYS } from './rules.ts'
import { listOldDrafts } from './store/drafts.ts'

/** Removes answers that nobody has touched for long. */
export const jobs: readonly Job[] = [
  {
    name: 'forms.tidyDrafts',
    schedule: '41 3 * * *',
    async handle(ctx) {
      const before = new Date(ctx.now().getTime() - DRAFT_DAYS * 86_400_000)
      for (const id of await listOldDrafts(ctx.db, before)) await removeDraft(ctx, id)
    },
  },
]
