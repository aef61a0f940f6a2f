import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Content } from './content.ts'
import { composeArticle } from './markdown/compose.ts'
import { surroundingsOf } from './publish.ts'
import { articleSlug } from './rules.ts'
import { type BulkTranslation, listKnown, listTaken, putArticles, putTranslations } from './store/bulk.ts'
import { putPublications } from './store/publications.ts'
import { putLinksOf, resolveNamesOf } from './store/references.ts'

/** An article that comes from elsewhere: an import, the demonstration. */
export interface IncomingArticle {
  /** Where it came from calls it this; found again by it. */
  externalKey: string
  /** Only for new articles whose files were claimed before; otherwise a new one. */
  id?: string
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  categoryId: string | null
  /** Ids of products. */
  products?: string[]
  audienceId: string | null
  portals: string[]
  ownerId: string | null
  /** Who wrote it; default: whoever brings it in. */
  authorId?: string | null
  checkedAt: Date | null
  publishedAt?: Date
  /** The first one is the original. */
  translations: { lang: Lang; slug?: string | undefined; content: Content }[]
  /** Its pictures and attachments. */
  files?: StoredFile[]
}

/** What became of an incoming article. */
export interface Stored {
  externalKey: string
  id: string
  /** Languages that were new or changed; none: everything was there already. */
  changed: Lang[]
  isNew: boolean
}

/** Most articles that are stored at once: bounds the statements. */
export const MOST_AT_ONCE = 500

/**
 * Stores and publishes many articles with few statements, for imports and the demonstration. Articles with a known external key are
 * brought up to date: a new version for each translation that changed, nothing for the others, so that repeating does no harm.
 * Checking who may do that is up to the caller. At most {@link MOST_AT_ONCE}.
 */
export async function storeArticles(
  ctx: Ctx,
  incoming: IncomingArticle[],
  note: string | null = null,
): Promise<Stored[]> {
  if (incoming.length > MOST_AT_ONCE) throw new Error(`at most ${MOST_AT_ONCE} articles at once`)
  const known = await listKnown(
    ctx,
    incoming.map((article) => article.externalKey),
  )
  const ids = new Map(incoming.map((one) => [one.externalKey, known.get(one.externalKey)?.id ?? one.id ?? newId()]))
  await putArticles(
    ctx,
    incoming.map((one) => ({
      id: ids.get(one.externalKey) as string,
      external_key: one.externalKey,
      kind: one.kind,
      category_id: one.categoryId,
      original_lang: one.translations[0]?.lang ?? ctx.lang,
      owner_id: one.ownerId,
      audience_id: one.audienceId,
      portals: one.portals,
      checked_at: one.checkedAt,
    })),
    incoming.flatMap((one) =>
      (one.products ?? []).map((product_id) => ({ article_id: ids.get(one.externalKey) as string, product_id })),
    ),
  )
  const resolved = await resolveNamesOf(
    ctx,
    incoming.flatMap((one) => one.translations.map(({ content }) => content)),
  )
  const changed = incoming.flatMap((one) =>
    one.translations.flatMap(({ lang, slug, content: written }) => {
      const before = known.get(one.externalKey)?.translations.find((translation) => translation.lang === lang)
      const content = resolved.get(written) ?? written
      if (before && isDeepStrictEqual(before.content, content)) return []
      const wish = slug ? articleSlug(slug) : articleSlug(content.title)
      return [
        {
          one,
          lang,
          content,
          wish,
          article_id: ids.get(one.externalKey) as string,
          number: (before?.head ?? 0) + 1,
          author_id: one.authorId,
        },
      ]
    }),
  )
  const translations = giveSlugs(
    changed,
    await listTaken(
      ctx,
      changed.map(({ wish, lang }) => ({ slug: wish, lang })),
    ),
  )
  await putTranslations(ctx, translations, note)
  await putPublications(
    ctx,
    changed.map(({ one, lang, content, article_id, number }) => ({
      articleId: article_id,
      lang,
      version: number,
      content,
      composed: composeArticle(content, surroundingsOf(ctx, lang, one.files ?? [])),
      at: one.publishedAt,
    })),
  )
  await putLinksOf(ctx, translations)
  if (incoming.length > 0)
    ctx.emit({
      type: 'articles.loaded',
      subject: { kind: 'articles', id: newId() },
      payload: { ids: [...ids.values()] },
    })
  return incoming.map(({ externalKey }) => ({
    externalKey,
    id: ids.get(externalKey) as string,
    isNew: !known.has(externalKey),
    changed: changed.filter(({ one }) => one.externalKey === externalKey).map(({ lang }) => lang),
  }))
}

/** Gives each translation an address that is free; known translations keep theirs (the insert leaves it alone). */
function giveSlugs(changed: (BulkTranslationWish & { wish: string })[], taken: Set<string>): BulkTranslation[] {
  return changed.map(({ article_id, lang, content, number, wish, author_id }) => {
    let slug = wish
    if (number === 1) {
      for (let n = 2; taken.has(`${lang} ${slug}`); n++) slug = `${wish}-${n}`
      taken.add(`${lang} ${slug}`)
    }
    return { article_id, lang, slug, number, content, author_id }
  })
}

type BulkTranslationWish = Omit<BulkTranslation, 'slug'>
