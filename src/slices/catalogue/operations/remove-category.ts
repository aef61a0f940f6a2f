import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteCategory } from '../store/categories.ts'

/** Removes a category; its services stay and stand in none. */
export const removeCategory = defineOperation({
  name: 'catalogue.removeCategory',
  summary: 'Remove a category of services; its services stay',
  kind: 'command',
  http: { method: 'DELETE', path: '/catalogue/categories/{id}' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    if (!(await deleteCategory(ctx.db, id))) throw refuse.notFound()
    ctx.emit({ type: 'service-category.changed', subject: { kind: 'service-category', id } })
    return {}
  },
})
