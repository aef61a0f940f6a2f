import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { articleSlug } from '../rules.ts'
import { isSlugTaken, moveSlug } from '../store/slugs.ts'
import { touchArticle } from '../store/translations.ts'
import { lockEditable } from './save-version.ts'

/** Gives a translation another address; the earlier one leads on to it for ever. */
export const renameArticle = defineOperation({
  name: 'knowledge.renameArticle',
  summary: 'Change the address of a translation; the earlier address leads on to it',
  kind: 'command',
  http: { method: 'PUT', path: '/articles/{id}/translations/{lang}/slug' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, slug: z.string().trim().min(1, { error: 'refusal.required' }).max(200) }),
  output: z.object({ slug: z.string() }),
  load: (ctx, { id, lang }) => lockEditable(ctx, id, lang),
  async handle(ctx, { id, lang, slug: wish }, translation) {
    const slug = articleSlug(wish)
    if (slug === translation.slug) return { slug }
    if (await isSlugTaken(ctx, slug, lang, id)) throw refuse.field('slug', 'knowledge.refusal.slugTaken')
    await moveSlug(ctx, id, lang, translation.slug, slug)
    await touchArticle(ctx, id)
    ctx.emit({
      type: 'article.renamed',
      subject: { kind: 'article', id },
      payload: { lang, from: translation.slug, to: slug },
    })
    return { slug }
  },
})
