import { z } from 'zod'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, Id, LangSchema } from '../../../kernel/schema.ts'
import { articleSlug } from '../rules.ts'
import { findProduct, insertProducts, isProductKey, updateProduct } from '../store/tree.ts'

const Title = z.string().transform(cleanLine).pipe(z.string().max(120))

/** Adds a product that articles can be about, or changes one. */
export const saveProduct = defineOperation({
  name: 'knowledge.saveProduct',
  summary: 'Add or change a product',
  kind: 'command',
  http: { method: 'POST', path: '/editing/products' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({
    id: Id.optional().describe('Absent: a new one'),
    icon: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'knowledge.refusal.icon' })
      .default('package'),
    titles: z.partialRecord(LangSchema, Title),
    portals: z.array(z.string().max(60)).max(50).default([]),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, icon, titles: given, portals }) {
    const titles = Object.fromEntries(Object.entries(given).filter(([, title]) => title))
    const first = Object.values(titles)[0]
    if (!first) throw refuse.field(['titles', ctx.lang], 'refusal.required')
    const product = { id: id ?? newId(), icon, titles, portals }
    if (id) {
      if (!(await findProduct(ctx, id))) throw refuse.notFound()
      await updateProduct(ctx, id, product)
    } else {
      const key = articleSlug(first)
      if (await isProductKey(ctx, key)) throw refuse.field(['titles', ctx.lang], 'knowledge.refusal.productExists')
      await insertProducts(ctx, [{ ...product, key, position: 1000 }])
    }
    ctx.emit({ type: 'product.changed', subject: { kind: 'product', id: product.id } })
    return { id: product.id }
  },
})
