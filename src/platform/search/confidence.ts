import type { Standing } from './groups.ts'
import { isContent } from './keywords.ts'
import type { Candidate } from './rank.ts'

/** What experience counts: a thing that always was of use after these words is an answer even if it contains none of them. */
const OF_USE = 14

/** Below it, Theke says that it does not know. */
export const ANSWERED_FROM = 0.5

/** What speaks for the first hit being an answer; `weights.confidence` has one number for each, and one for the offset. */
export const SIGNS = [
  'coverage',
  'title',
  'titleFit',
  'sentence',
  'sentenceFit',
  'window',
  'pairs',
  'exact',
  'phrase',
  'wording',
  'margin',
  'few',
  'terms',
  'known',
  'found',
  'missing',
  'rarestFound',
  'mass',
  'words',
  'size',
  'rivals',
  'rootCoverage',
  'rootPhrase',
  'rootWindow',
  'rootTitle',
  'sizeCoverage',
] as const

/** How likely the first of the ranked documents answers the question, 0..1. */
export function confidenceOf(standings: readonly Standing[], confidence: readonly number[]): number {
  const first = standings[0]
  if (!first || first.score <= 0) return 0
  const experience = standings[0]?.candidate.experience ?? 0
  const sum = signsOf(standings.map((standing) => standing.candidate)).reduce(
    (total, sign, i) => total + sign * (confidence[i] ?? 0),
    0,
  )
  return 1 / (1 + Math.exp(-sum - (confidence[SIGNS.length] ?? 0) - experience * OF_USE))
}

/** The signs for the first of ranked candidates; those of other languages do not count as its rivals. */
export function signsOf(candidates: readonly Candidate[]): number[] {
  const first = candidates[0] as Candidate
  const { section, ordinal, features, relevance } = first
  const [
    words = 0,
    coverage = 0,
    title = 0,
    titleFit = 0,
    sentence = 0,
    sentenceFit = 0,
    window = 0,
    pairs = 0,
    exact = 0,
    phrase = 0,
    wording = 0,
  ] = features
  const rivals = candidates.filter((candidate) => candidate.section === section)
  const asked = first.terms.filter(isContent)
  const all = Math.max(1, asked.length)
  const isFound = asked.map((term) =>
    term.readings.some(({ stem, weight }) => weight > 0.3 && section.postings.find(stem, ordinal) !== 0),
  )
  const found = asked.filter((_, i) => isFound[i])
  const missing = asked.filter((_, i) => !isFound[i])
  const rarest = Math.log(2 + section.documents)
  const mass = Math.min(1, found.reduce((sum, term) => sum + term.idf, 0) / 12)
  const near = rivals.slice(0, 5)
  return [
    coverage,
    title,
    titleFit,
    sentence,
    sentenceFit,
    window,
    pairs,
    exact,
    phrase,
    wording,
    rivals[1] ? (relevance - rivals[1].relevance) / relevance : 1,
    asked.length <= 1 ? 1 : 0,
    Math.min(asked.length, 8) / 8,
    asked.filter((term) => term.readings.length > 0 && !term.guessed).length / all,
    found.length / all,
    Math.max(0, ...missing.map((term) => term.idf)) / rarest,
    Math.max(0, ...found.map((term) => term.idf)) / rarest,
    mass,
    Math.min(1.5, words),
    rarest / 8,
    near.reduce((sum, rival) => sum + (rival.features[1] as number), 0) / near.length,
    Math.sqrt(coverage),
    Math.sqrt(phrase),
    Math.sqrt(window),
    Math.sqrt(title),
    (coverage * rarest) / 8,
  ]
}
