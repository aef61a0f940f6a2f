import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Content } from './content.ts'
import { articleSlug } from './rules.ts'
import { claimFiles, putLinksOf, resolveNamesOf } from './store/references.ts'
import { freeSlug } from './store/slugs.ts'
import { insertTranslation, insertVersion } from './store/translations.ts'

/** Adds a translation with its first version, at an address made of its title. */
export async function beginTranslation(ctx: Ctx, articleId: string, lang: Lang, written: Content) {
  const content = (await resolveNamesOf(ctx, [written])).get(written) ?? written
  const slug = await freeSlug(ctx, articleSlug(content.title), lang)
  await insertTranslation(ctx, articleId, lang, slug)
  await insertVersion(ctx, articleId, lang, 1, content, null)
  await claimFiles(ctx, articleId, content)
  await putLinksOf(ctx, [{ article_id: articleId, lang, content }])
  return { lang, slug, version: 1 }
}
