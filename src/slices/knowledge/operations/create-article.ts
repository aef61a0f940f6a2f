import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema, Line } from '../../../kernel/schema.ts'
import { beginTranslation } from '../begin-translation.ts'
import { Content } from '../content.ts'
import { contentFrom, noteArticle, OriginFrom, proposalOf } from '../from-origin.ts'
import { findCategory, insertArticle, isAudience, putProducts } from '../store/articles.ts'
import { Kind } from '../views.ts'

/** Begins an article, as a draft. It gets the audience and the portals of its category unless an audience is named. */
export const createArticle = defineOperation({
  name: 'knowledge.createArticle',
  summary: 'Begin an article, as a draft',
  kind: 'command',
  http: { method: 'POST', path: '/articles' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({
    kind: Kind,
    lang: LangSchema,
    title: Line(200),
    category: Id.describe('Id of a category'),
    audience: Id.nullable().optional().describe('Id of an audience; null: everybody; absent: that of the category'),
    products: z.array(Id).max(50).default([]),
    content: Content.omit({ title: true }).partial().default({}),
    from: OriginFrom.optional().describe(
      'What it is written from, `request:R-24001-A`: its question and solution are the text',
    ),
  }),
  output: z.object({ id: Id, lang: LangSchema, slug: z.string(), version: z.number().int() }),
  async handle(ctx, { kind, lang, title, category: categoryId, audience, products, content, from }) {
    const category = await findCategory(ctx, categoryId)
    if (!category) throw refuse.field('category', 'knowledge.refusal.category')
    await checkAudience(ctx, audience)
    const proposal = from ? await proposalOf(ctx, from) : null
    if (from && !proposal) throw refuse.notFound()
    const origin = from && proposal ? `${from.slice(0, from.indexOf(':'))}:${proposal.origin.key}` : null
    const id = newId()
    await insertArticle(ctx, {
      id,
      kind,
      category_id: category.id,
      original_lang: lang,
      owner_id: ctx.actor.personId,
      audience_id: audience === undefined ? category.audience_id : audience,
      portals: category.portals,
      origin,
    })
    await putProducts(ctx, id, products)
    const begun = await beginTranslation(
      ctx,
      id,
      lang,
      Content.parse({ ...(proposal ? await contentFrom(ctx, proposal, kind) : {}), ...content, title }),
    )
    if (origin) await noteArticle(ctx, origin, { id, title })
    ctx.emit({ type: 'article.created', subject: { kind: 'article', id }, payload: { lang } })
    return { id, ...begun }
  },
})

/** Refuses an audience that does not exist. */
export async function checkAudience(ctx: Ctx, audience: string | null | undefined) {
  if (audience && !(await isAudience(ctx, audience))) throw refuse.field('audience', 'knowledge.refusal.audience')
}
