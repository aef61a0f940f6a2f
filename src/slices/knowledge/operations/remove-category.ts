import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteCategory, findStoredCategory, isInUse } from '../store/tree.ts'

/** Removes a category that has neither articles nor categories below it. */
export const removeCategory = defineOperation({
  name: 'knowledge.removeCategory',
  summary: 'Remove an empty category',
  kind: 'command',
  http: { method: 'DELETE', path: '/editing/categories/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findStoredCategory(ctx, id),
  async handle(ctx, { id }) {
    if (await isInUse(ctx, id)) throw refuse.conflict('knowledge.category_in_use', 'knowledge.refusal.categoryInUse')
    await deleteCategory(ctx, id)
    ctx.emit({ type: 'category.changed', subject: { kind: 'category', id } })
    return {}
  },
})
