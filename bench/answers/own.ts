import type { Experience } from '../../src/kernel/experience.ts'
import { createSearchIndex, type Findable, type SearchIndex } from '../../src/platform/search/index.ts'
import { weights as learned, type Weights } from '../../src/platform/search/weights.ts'
import type { Article, Collection, Question } from './collection.ts'

export const findableOf = ({ id, title, text, lang }: Article, collectionLang: string): Findable => ({
  id,
  kind: 'article',
  lang: lang ?? collectionLang,
  title: title ?? '',
  text: text ?? '',
  url: `/${id}`,
  audience: null,
  updatedAt: 0,
})

export function indexOf(collection: Collection, weights: Weights = learned): SearchIndex {
  const index = createSearchIndex({ weights })
  index.put(collection.articles.map((article) => findableOf(article, collection.lang)))
  return index
}

/** Theke's own engine, behind its door. */
export function own(
  collection: Collection,
  weights: Weights = learned,
  experience?: Experience,
): (question: Question) => string[] {
  const index = indexOf(collection, weights)
  if (experience) index.setExperience(experience)
  const audiences = new Set<string>()
  return ({ text, lang }) => index.search({ text, lang, audiences }).hits.map((hit) => hit.doc.id)
}
