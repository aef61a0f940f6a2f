import type { Ctx } from '../../kernel/ctx.ts'
import { filesOfDraft } from './rules.ts'
import { deleteDraft } from './store/drafts.ts'

/** Removes a draft with its files. */
export async function removeDraft(ctx: Ctx, id: string): Promise<void> {
  for (const file of await ctx.files.of(filesOfDraft(id))) await ctx.files.remove(file.id)
  await deleteDraft(ctx.db, id)
}
