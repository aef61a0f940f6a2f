import type { ListedCategory } from './categories.ts'
import type { ListedArticle } from './list-articles.ts'
import type { ReadableArticle } from './read-article.ts'

/** A row of a list as the API gives it. */
export function itemOf(row: ListedArticle) {
  return {
    id: row.id,
    kind: row.kind,
    lang: row.lang,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    tags: row.tags,
    categoryId: row.category_id,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
    checkedAt: row.checked_at,
  }
}

/** An article as the API gives it. */
export function viewOf(row: ReadableArticle, lang: string) {
  return {
    id: row.id,
    externalKey: row.external_key,
    kind: row.kind,
    lang: row.lang,
    isFallback: row.lang !== lang,
    slug: row.slug,
    version: row.version,
    title: row.title,
    summary: row.summary,
    html: row.html,
    knownError:
      row.kind === 'known-error'
        ? {
            symptomHtml: row.symptom_html,
            causeHtml: row.cause_html,
            workaroundHtml: row.workaround_html,
            fixedInHtml: row.fixed_in,
          }
        : null,
    contents: row.contents,
    tags: row.tags,
    products: row.products,
    categories: row.categories,
    translations: row.translations,
    attachments: row.attachments,
    linked: row.linked,
    owner: row.owner,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
  }
}

/** A category as the API gives it. */
export function categoryOf({ parent_id, ...row }: ListedCategory) {
  return { ...row, parentId: parent_id, lang: row.lang as 'de' }
}
