import { answer, rankAll } from './answer.ts'
import { type Asker, askerOf } from './asker.ts'
import { FEATURES } from './closer.ts'
import { groupKey } from './experience.ts'
import { standingOf } from './groups.ts'
import type { Library } from './library.ts'
import { type Candidate, countsOf, type Ranker } from './rank.ts'
import type { Explanation, SearchQuery } from './types.ts'

/** Why a findable stands where it stands for a question. */
export function explain(library: Library, ranker: Ranker, query: SearchQuery, id: string): Explanation {
  const nothing: Explanation = { found: false, score: 0, confidence: 0, words: [], parts: [] }
  const place = library.place(id)
  if (!place) return nothing
  const asker = askerOf(library, query)
  const rankings = rankAll(library, ranker, query, asker, 1000)
  const standings = rankings
    .flatMap(({ candidates }) => candidates.map((candidate) => standingOf(candidate, query, ranker.experience)))
    .sort((a, b) => b.score - a.score)
  const standing = standings.find(
    ({ candidate }) => candidate.section === place.section && candidate.ordinal === place.ordinal,
  )
  const lists = listsOf(library, ranker, query, asker, id, standing ? standings.indexOf(standing) + 1 : undefined)
  const { hits } = answer(library, ranker, { ...query, limit: 100, offset: 0 })
  const rank = hits.findIndex((hit) => hit.doc.id === id) + 1
  const stands = { ...(rank > 0 && { rank }), ...(lists && { lists }), confidence: hits[rank - 1]?.confidence ?? 0 }
  if (!standing) return { ...nothing, ...stands, found: rank > 0 }
  const { candidate } = standing
  const experience = ranker.experience.evidence(
    candidate.terms,
    candidate.section,
    groupKey(candidate.section, candidate.ordinal),
  )
  return {
    ...stands,
    found: true,
    score: standing.score,
    words: wordsOf(standing.candidate),
    parts: partsOf(standing.candidate, ranker, standing.score),
    ...(experience && { experience }),
  }
}

/** Where it stands by words and by meaning, when the question has a vector. */
function listsOf(
  library: Library,
  { meanings }: Ranker,
  query: SearchQuery,
  asker: Asker,
  id: string,
  byWords: number | undefined,
): Explanation['lists'] {
  if (!query.vector) return undefined
  const near = meanings.nearest(library, asker, query.vector)
  const place = near.findIndex((one) => one.id === id)
  return {
    ...(byWords !== undefined && { words: byWords }),
    ...(place >= 0 && { meaning: place + 1, closeness: (near[place] as (typeof near)[number]).closeness }),
  }
}

function wordsOf({ section, ordinal, terms }: Candidate): Explanation['words'] {
  return terms
    .filter((term) => !term.stop)
    .map((term) => {
      const matched = term.readings
        .filter(({ stem }) => section.postings.find(stem, ordinal) !== 0)
        .map(({ stem, word, how, weight }) => ({
          form: word >= 0 ? section.vocabulary.form(word) : section.vocabulary.stemText(stem),
          how,
          weight,
        }))
      const best = Math.max(0, ...matched.map(({ weight }) => weight))
      return { word: term.word, matched, score: term.idf * term.factor * best }
    })
}

/** Features in points; what age, editors and language bring is the rest. */
function partsOf(
  { terms, features, relevance, experience }: Candidate,
  ranker: Ranker,
  score: number,
): Explanation['parts'] {
  const counts = countsOf(terms, ranker.weights)
  const parts = FEATURES.map((name, i) => ({ name: name as string, value: (counts[i] ?? 0) * (features[i] ?? 0) }))
  return [
    ...parts,
    { name: 'keywords', value: counts[FEATURES.length] ?? 0 },
    { name: 'experience', value: experience },
    { name: 'standing', value: score - relevance },
  ].filter(({ value }) => value !== 0)
}
