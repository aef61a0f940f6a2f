import { type Asker, askerOf } from './asker.ts'
import { clarificationOf, POOL } from './clarify/clarify.ts'
import { wordsSaid } from './clarify/narrowing.ts'
import { ANSWERED_FROM, confidenceOf } from './confidence.ts'
import { countFacets } from './facets.ts'
import { type Grouped, groupsOf, type Standing, standingOf } from './groups.ts'
import type { Library } from './library.ts'
import { firstLineOf, Marker, passagesOf } from './passages.ts'
import { knownWords } from './question.ts'
import { type Ranker, rankSection, type SectionRanking } from './rank.ts'
import { correctionOf } from './spelling.ts'
import { languageOf } from './text/languages.ts'
import type { Hit, SearchQuery, SearchResult } from './types.ts'

const NEAR = 5

/** A question that its correction answers much better was misspelt. */
const CORRECTED = 0.9
const SURE = 0.8
/** The second best is so far behind one that stands out. */
const AHEAD = 0.85

/**
 * Answers a question from everything that its asker may find. When the words as typed are not understood well, the corrected
 * question is asked as well, and the better understood of the two is answered; the correction is named in both cases.
 */
export function answer(library: Library, ranker: Ranker, query: SearchQuery): SearchResult {
  const asker = askerOf(library, query)
  const own = languageOf(query.lang).code
  const rankings = rankAll(library, ranker, query, asker, keepFor(query))
  const typed = attempt(library, ranker, query, asker, rankings)
  const text = wordsOf(query)
  const corrected = correctionOf(text, rankings, own, asker)
  // Words said since are spelt as the content spells them: only the question itself is put right.
  const didYouMean = corrected?.slice(0, corrected.length - (text.length - query.text.length))
  if (didYouMean === undefined) return typed
  if (typed.confidence >= SURE) return { ...typed, didYouMean }
  const again = rankings.map((ranking) =>
    ranking.section.vocabulary.language.code === own
      ? rankSection(wordsOf({ ...query, text: didYouMean }), ranking.section, asker, ranker, {
          typing: false,
          guess: true,
          keep: keepFor(query),
        })
      : ranking,
  )
  const meant = attempt(library, ranker, query, asker, again)
  if (meant.confidence * CORRECTED < Math.max(typed.confidence, ANSWERED_FROM)) return { ...typed, didYouMean }
  return withConfidence({ ...meant, didYouMean }, meant.confidence * CORRECTED, query)
}

const limitOf = ({ limit = 10 }: SearchQuery): number => Math.max(0, Math.min(limit, 100))
const offsetOf = ({ offset = 0 }: SearchQuery): number => Math.max(0, Math.min(offset, 1000))
const keepFor = (query: SearchQuery): number => Math.max(offsetOf(query) + limitOf(query), query.clarify ? POOL : 0)

/** What is looked for: the question, and what was said since that it is about. */
const wordsOf = ({ text, narrowed }: SearchQuery): string => [text, ...wordsSaid(narrowed)].join(' ')

function attempt(
  library: Library,
  ranker: Ranker,
  query: SearchQuery,
  asker: Asker,
  rankings: readonly SectionRanking[],
): SearchResult {
  const [limit, offset] = [limitOf(query), offsetOf(query)]
  const byWords = rankings.flatMap((ranking) =>
    ranking.candidates.map((candidate) => standingOf(candidate, query, ranker.experience)),
  )
  byWords.sort((a, b) => b.score - a.score)
  const standings = ranker.meanings.fuse(library, asker, rankings, byWords, query.vector)
  const grouped = groupsOf(library, asker, query, standings)
  const { total, facets } = countFacets(library, rankings)
  const confidence = confidenceOf(byWords, ranker.weights.confidence) * standsFor(standings[0], byWords)
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
  if (query.clarify === 'always' || (query.clarify === 'unsure' && !isSure(confidence, standings))) {
    const clarification = clarificationOf(library, query, grouped)
    if (clarification) result.clarification = clarification
  }
  return withConfidence(result, confidence, query)
}

/** Meaning may put another one first; only words make sure, so that one is as sure as its words are beside the best ones. */
function standsFor(first: Standing | undefined, byWords: readonly Standing[]): number {
  const [best] = byWords
  const own = byWords.find(
    ({ candidate }) => candidate.ordinal === first?.candidate.ordinal && candidate.section === first.candidate.section,
  )
  return best && own && best.score > 0 ? own.score / best.score : 0
}

/** One answer stands out: asking back would only be in the way. */
const isSure = (confidence: number, [first, second]: readonly Standing[]): boolean =>
  confidence >= SURE && first !== undefined && (!second || second.score < first.score * AHEAD)

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
  const text = wordsOf(query)
  const known = sections.map((section) => knownWords(text, section, (stem) => asker.knows(section, stem)))
  const most = Math.max(...known)
  return sections.map((section, i) => {
    const ranking = rankSection(text, section, asker, ranker, {
      typing: query.typing ?? false,
      guess: known[i] === most || section.vocabulary.language.code === own,
      keep,
    })
    ranker.experience.move(library, asker, ranking)
    return ranking
  })
}

function hitOf(entry: Grouped, standings: readonly Standing[], confidence: number): Hit {
  const { candidate, score, matchedLang, more } = entry
  const shown = entry.shown.section.findable(entry.shown.ordinal)
  const marker = new Marker(candidate.section, candidate.terms)
  const best = standings[0]?.score ?? 1
  return {
    doc: shown,
    score,
    confidence: confidence * Math.min(1, score / best),
    passages: shown.interactive ? firstLineOf(shown, marker) : passagesOf(shown, marker, 3),
    titleMarks: marker.marks(shown.title),
    ...(matchedLang !== undefined && { matchedLang }),
    more,
  }
}
