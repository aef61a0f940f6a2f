import { type Asker, askerOf } from './asker.ts'
import { ANSWERED_FROM, confidenceOf } from './confidence.ts'
import { countFacets } from './facets.ts'
import type { Library } from './library.ts'
import { Marker, passagesOf } from './passages.ts'
import { knownWords } from './question.ts'
import { type Candidate, type Ranker, rankSection, type SectionRanking } from './rank.ts'
import { correctionOf } from './spelling.ts'
import { languageOf } from './text/languages.ts'
import type { Findable, Hit, Lang, SearchQuery, SearchResult } from './types.ts'

const NEAR = 5
const OTHER_LANGUAGE = 0.8
const HALF_LIFE = 730 * 86_400_000

/** What a candidate is worth besides its relevance: parts of the score, as factors. */
export interface Standing {
  candidate: Candidate
  score: number
  factors: { name: string; value: number }[]
}

interface Grouped extends Standing {
  shown: Findable
  matchedLang: Lang | undefined
  more: number
}

/** A question that its correction answers much better was misspelt. */
const CORRECTED = 0.9
const SURE = 0.8

/**
 * Answers a question from everything that its asker may find. When the words as typed are not understood well, the corrected
 * question is asked as well, and the better understood of the two is answered; the correction is named in both cases.
 */
export function answer(library: Library, ranker: Ranker, query: SearchQuery): SearchResult {
  const asker = askerOf(library, query)
  const own = languageOf(query.lang).code
  const rankings = rankAll(library, ranker, query, asker, keepFor(query))
  const typed = attempt(library, ranker, query, asker, rankings)
  const didYouMean = correctionOf(query.text, rankings, own, asker)
  if (didYouMean === undefined) return typed
  if (typed.confidence >= SURE) return { ...typed, didYouMean }
  const again = rankings.map((ranking) =>
    ranking.section.vocabulary.language.code === own
      ? rankSection(didYouMean, ranking.section, asker, ranker, { typing: false, guess: true, keep: keepFor(query) })
      : ranking,
  )
  const meant = attempt(library, ranker, query, asker, again)
  if (meant.confidence * CORRECTED < Math.max(typed.confidence, ANSWERED_FROM)) return { ...typed, didYouMean }
  return withConfidence({ ...meant, didYouMean }, meant.confidence * CORRECTED, query)
}

const limitOf = ({ limit = 10 }: SearchQuery): number => Math.max(0, Math.min(limit, 100))
const offsetOf = ({ offset = 0 }: SearchQuery): number => Math.max(0, Math.min(offset, 1000))
const keepFor = (query: SearchQuery): number => offsetOf(query) + limitOf(query)

function attempt(
  library: Library,
  ranker: Ranker,
  query: SearchQuery,
  asker: Asker,
  rankings: readonly SectionRanking[],
): SearchResult {
  const [limit, offset] = [limitOf(query), offsetOf(query)]
  const standings = rankings.flatMap((ranking) => ranking.candidates.map((candidate) => standingOf(candidate, query)))
  standings.sort((a, b) => b.score - a.score)
  const grouped = group(library, asker, query, standings)
  const { total, facets } = countFacets(library, rankings)
  const confidence = confidenceOf(standings, ranker.weights.confidence)
  const hits = grouped.slice(offset, offset + limit).map((entry) => hitOf(entry, standings, confidence))
  const result: SearchResult = {
    hits,
    total: Math.max(total, Math.min(grouped.length, offset + hits.length)),
    facets,
    confidence,
    answered: false,
    near: [],
    otherLanguages: [...new Set(hits.map((hit) => hit.doc.lang))].filter((lang) => lang !== query.lang),
  }
  return withConfidence(result, confidence, query)
}

function withConfidence(result: SearchResult, confidence: number, { offset = 0 }: SearchQuery): SearchResult {
  const answered = confidence >= ANSWERED_FROM
  const factor = result.confidence > 0 ? confidence / result.confidence : 1
  const hits = result.hits.map((hit) => ({ ...hit, confidence: hit.confidence * factor }))
  return { ...result, hits, confidence, answered, near: answered || offset > 0 ? [] : hits.slice(0, NEAR) }
}

/** Ranks every section that the query may look into, the asker's own language first. */
export function rankAll(
  library: Library,
  ranker: Ranker,
  query: SearchQuery,
  asker: Asker,
  keep: number,
): SectionRanking[] {
  const own = languageOf(query.lang).code
  const sections = [...library.sections.values()]
    .filter((section) => query.langs !== 'only' || section.vocabulary.language.code === own)
    .sort((a, b) => Number(b.vocabulary.language.code === own) - Number(a.vocabulary.language.code === own))
  const known = sections.map((section) => knownWords(query.text, section, (stem) => asker.knows(section, stem)))
  const most = Math.max(...known)
  return sections.map((section, i) =>
    rankSection(query.text, section, asker, ranker, {
      typing: query.typing ?? false,
      guess: known[i] === most || section.vocabulary.language.code === own,
      keep,
    }),
  )
}

export function standingOf(candidate: Candidate, query: SearchQuery): Standing {
  const card = candidate.section.card(candidate.ordinal)
  const factors: Standing['factors'] = []
  const weight = Math.max(0.25, Math.min(card.weight ?? 1, 4)) ** 0.3
  if (weight !== 1) factors.push({ name: 'weight', value: weight })
  if (query.now !== undefined)
    factors.push({ name: 'age', value: 1 + 0.06 * 2 ** (-Math.max(0, query.now - card.updatedAt) / HALF_LIFE) })
  const isOther = candidate.section.vocabulary.language.code !== languageOf(query.lang).code
  if (isOther && query.langs !== 'all') factors.push({ name: 'language', value: OTHER_LANGUAGE })
  return {
    candidate,
    factors,
    score: factors.reduce((score, factor) => score * factor.value, Math.max(0, candidate.relevance)),
  }
}

/** One entry a group, at the place of its best member; the version in the asker's language is shown when there is one. */
function group(library: Library, asker: Asker, query: SearchQuery, standings: readonly Standing[]): Grouped[] {
  const entries = new Map<number, Grouped>()
  for (const standing of standings) {
    const { section, ordinal } = standing.candidate
    const number = section.group.at(ordinal)
    const known = entries.get(number)
    if (known) {
      if (section.card(ordinal).lang === known.shown.lang) known.more++
      continue
    }
    const own = section.findable(ordinal)
    const version =
      own.lang === query.lang || query.langs === 'all' ? undefined : versionFor(library, asker, query, number)
    entries.set(number, { ...standing, shown: version ?? own, matchedLang: version ? own.lang : undefined, more: 0 })
  }
  return [...entries.values()]
}

function versionFor(library: Library, asker: Asker, query: SearchQuery, group: number): Findable | undefined {
  for (const id of library.members(group)) {
    const place = library.place(id)
    if (place && place.section.card(place.ordinal).lang === query.lang && asker.wants(place.section, place.ordinal)) {
      return place.section.findable(place.ordinal)
    }
  }
  return undefined
}

function hitOf(entry: Grouped, standings: readonly Standing[], confidence: number): Hit {
  const { candidate, shown, score, matchedLang, more } = entry
  const marker = new Marker(candidate.section, candidate.terms)
  const best = standings[0]?.score ?? 1
  return {
    doc: shown,
    score,
    confidence: confidence * Math.min(1, score / best),
    passages: passagesOf(shown, marker, 3),
    titleMarks: marker.marks(shown.title),
    ...(matchedLang !== undefined && { matchedLang }),
    more,
  }
}
