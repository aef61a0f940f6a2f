import type { Ctx } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Content } from './content.ts'
import { composeArticle } from './markdown/compose.ts'
import type { Surroundings } from './markdown/render.ts'
import { putPublications } from './store/publications.ts'
import { findVersion, type Translation, updateTranslation } from './store/translations.ts'

/** What stands around the texts of an article in a language. */
export function surroundingsOf(ctx: Ctx, lang: Lang, files: readonly StoredFile[]): Surroundings {
  const t = ctx.texts(lang)
  return {
    files: new Map(files.map((file) => [file.id, file])),
    words: {
      note: t('knowledge.callout.note'),
      tip: t('knowledge.callout.tip'),
      important: t('knowledge.callout.important'),
      warning: t('knowledge.callout.warning'),
      caution: t('knowledge.callout.caution'),
      table: t('knowledge.table'),
    },
  }
}

/** A content rendered as readers will get it. */
export async function compose(ctx: Ctx, articleId: string | null, lang: Lang, content: Content) {
  const files = articleId ? await ctx.files.of(`article:${articleId}`) : []
  return composeArticle(content, surroundingsOf(ctx, lang, files))
}

/** Puts the newest version of a translation before readers, and says so. */
export async function publishNow(ctx: Ctx, translation: Translation) {
  const { article_id: articleId, lang, head } = translation
  const version = await findVersion(ctx, articleId, lang, head)
  if (!version) throw new Error(`version ${head} of article ${articleId} (${lang}) is missing`)
  const composed = await compose(ctx, articleId, lang, version.content)
  await putPublications(ctx, [{ articleId, lang, version: head, content: version.content, composed }])
  const published = { state: 'published', published_version: head, publish_at: null, review_note: null } as const
  await updateTranslation(ctx, translation, published)
  ctx.emit({ type: 'article.published', subject: { kind: 'article', id: articleId }, payload: { lang, version: head } })
}
