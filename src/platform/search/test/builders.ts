import { createSearchIndex, type Findable, type SearchIndex, type SearchQuery, type SearchResult } from '../index.ts'

let made = 0

/** Something findable by everybody; German unless said otherwise. */
export function findable(over: Partial<Findable> = {}): Findable {
  const id = over.id ?? `article:${++made}:${over.lang ?? 'de'}`
  return { id, kind: 'article', lang: 'de', title: '', text: '', url: `/${id}`, audience: null, updatedAt: 0, ...over }
}

export function indexOf(...findables: Findable[]): SearchIndex {
  const index = createSearchIndex()
  index.put(findables)
  return index
}

export function ask(index: SearchIndex, text: string, over: Partial<SearchQuery> = {}): SearchResult {
  return index.search({ text, lang: 'de', audiences: new Set(), ...over })
}

export const ids = (result: SearchResult): string[] => result.hits.map((hit) => hit.doc.id)
