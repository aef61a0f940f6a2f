import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { listIdsOf } from '../store/findables.ts'
import { deleteProduct, findProduct } from '../store/tree.ts'

/** Removes a product; articles about it stay and are no longer about it. */
export const removeProduct = defineOperation({
  name: 'knowledge.removeProduct',
  summary: 'Remove a product; articles about it stay',
  kind: 'command',
  http: { method: 'DELETE', path: '/editing/products/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findProduct(ctx, id),
  async handle(ctx, { id }) {
    const ids = await listIdsOf(ctx, { product: id })
    await deleteProduct(ctx, id)
    ctx.emit({ type: 'articles.loaded', subject: { kind: 'articles', id }, payload: { ids } })
    return {}
  },
})
