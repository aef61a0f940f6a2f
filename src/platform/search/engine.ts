import type { Findable, Hit, SearchIndex, SearchQuery, SuggestQuery } from './types.ts';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** An empty index. */
export function createSearchIndex(): SearchIndex {
  const docs = new Map<string, { doc: Findable; words: Set<string> }>();
  const mayFind = (doc: Findable, query: SearchQuery | SuggestQuery) =>
    doc.owner !== undefined ? doc.owner === query.person : doc.audience === null || query.audiences.has(doc.audience);
  const found = (query: SearchQuery) => {
    const asked = wordsOf(query.text);
    const hits: Hit[] = [];
    for (const { doc, words } of docs.values()) {
      if (!mayFind(doc, query) || (query.kinds && !query.kinds.includes(doc.kind))) continue;
      if (!Object.entries(query.filters ?? {}).every(([facet, values]) => values.some((value) => doc.facets?.[facet]?.includes(value)))) continue;
      const matched = asked.filter((word) => words.has(word)).length;
      if (matched === 0) continue;
      const text = doc.text.slice(0, 300);
      hits.push({ doc, score: matched, confidence: matched / asked.length, passages: [{ text, marks: [], start: 0 }], titleMarks: [], more: 0 });
    }
    return hits.sort((a, b) => b.score - a.score);
  };
  return {
    put(list) {
      for (const doc of list) docs.set(doc.id, { doc, words: new Set(wordsOf([doc.title, doc.text, ...(doc.headings ?? []), ...(doc.keywords ?? [])].join(' '))) });
    },
    remove(ids) {
      for (const id of ids) docs.delete(id);
    },
    clear: () => docs.clear(),
    has: (id) => docs.has(id),
    get: (id) => docs.get(id)?.doc,
    search(query) {
      const all = found(query);
      const hits = all.slice(query.offset ?? 0, (query.offset ?? 0) + (query.limit ?? 10));
      const confidence = all[0]?.confidence ?? 0;
      const answered = confidence >= 0.5;
      return { hits, total: all.length, facets: {}, confidence, answered, near: answered ? [] : hits.slice(0, 3), otherLanguages: [] };
    },
    suggest(query) {
      const start = fold(query.text);
      const hits = [...docs.values()].filter(({ doc }) => mayFind(doc, query) && fold(doc.title).includes(start));
      return hits.slice(0, query.limit ?? 8).map(({ doc }) => ({ text: doc.title, marks: [], doc }));
    },
    explain(query, id) {
      const hits = found(query);
      const place = hits.findIndex((hit) => hit.doc.id === id);
      const hit = hits[place];
      return { found: !!hit, ...(hit && { rank: place + 1 }), score: hit?.score ?? 0, confidence: hit?.confidence ?? 0, words: [], parts: [] };
    },
    setSynonyms() {},
    get size() {
      return { things: docs.size, words: 0, bytes: 0 };
    },
  };
}
