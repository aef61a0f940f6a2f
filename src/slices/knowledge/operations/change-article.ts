import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { dueAfter } from '../rules.ts'
import { findCategory, putProducts, updateArticle } from '../store/articles.ts'
import { findEditable } from '../store/editable.ts'
import { isWriter } from '../store/writers.ts'
import { Kind } from '../views.ts'
import { checkAudience } from './create-article.ts'

/**
 * Changes what is common to all translations. Takes effect for readers at once, so what is published is changed only by those who may
 * publish.
 */
export const changeArticle = defineOperation({
  name: 'knowledge.changeArticle',
  summary: 'Change kind, category, audience, owner or dates of an article',
  kind: 'command',
  http: { method: 'PATCH', path: '/articles/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({
    id: Id,
    kind: Kind.optional(),
    category: Id.optional(),
    audience: Id.nullable().optional().describe('null: everybody'),
    owner: Id.nullable().optional(),
    products: z.array(Id).max(50).optional(),
    expiresAt: Instant.nullable().optional(),
    checkEvery: z.coerce.number().int().min(1).max(60).nullable().optional().describe('Months'),
  }),
  output: z.object({ id: Id }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, kind, category: categoryId, audience, owner, products, expiresAt, checkEvery }, article) {
    const category = categoryId ? await findCategory(ctx, categoryId) : undefined
    if (categoryId && !category) throw refuse.field('category', 'knowledge.refusal.category')
    await checkAudience(ctx, audience)
    if (owner && !(await isWriter(ctx, owner))) throw refuse.field('owner', 'knowledge.refusal.owner')
    const isWider = audience !== undefined && audience !== article.audience_id
    if (article.published_at && isWider && !may(ctx.actor, 'knowledge.review'))
      throw refuse.field('audience', 'knowledge.refusal.audienceOfPublished')
    await updateArticle(ctx, id, {
      ...(kind ? { kind } : {}),
      ...(category ? { category_id: category.id, portals: category.portals } : {}),
      ...(audience !== undefined ? { audience_id: audience } : {}),
      ...(owner !== undefined ? { owner_id: owner } : {}),
      ...(expiresAt !== undefined ? { expires_at: expiresAt ? new Date(String(expiresAt)) : null } : {}),
      ...(checkEvery !== undefined
        ? { check_every: checkEvery, check_due_at: dueAfter(article.checked_at ?? ctx.now(), checkEvery) }
        : {}),
    })
    if (products) await putProducts(ctx, id, products)
    ctx.emit({ type: 'article.changed', subject: { kind: 'article', id } })
    return { id }
  },
})
