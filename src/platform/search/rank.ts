import type { Asker } from './asker.ts'
import { CloserLook, FEATURE_COUNT } from './closer.ts'
import type { Experienced } from './experience.ts'
import { isKeywords } from './keywords.ts'
import type { Meanings } from './meanings.ts'
import { readQuestion, type Term } from './question.ts'
import type { Scorer } from './score.ts'
import type { Section } from './section.ts'
import type { Synonyms } from './synonyms.ts'
import type { Weights } from './weights.ts'

/** A document found in one section. */
export interface Candidate {
  section: Section
  ordinal: number
  terms: readonly Term[]
  /** Relevance to the question, before age, editors and language count. */
  relevance: number
  /** See `FEATURES`. */
  features: Float64Array
  /** What readers' experience added to the relevance. */
  experience: number
}

export interface SectionRanking {
  section: Section
  terms: readonly Term[]
  /** The best ones, looked at closely, best first. */
  candidates: Candidate[]
  /** Everything found: ordinals and first scores relative to what was asked. */
  documents: Int32Array
  firstScores: Float32Array
}

/** So many documents are looked at closely; the rest keeps the order of its first scores. */
const LOOKED_AT = 50
/** The same in a language that the question does not seem to be in. */
const GLANCED_AT = 20

export interface Ranker {
  scorer: Scorer
  synonyms: Synonyms
  experience: Experienced
  meanings: Meanings
  weights: Weights
}

/** Finds and ranks documents of one language. `keep` more than `LOOKED_AT` are returned in the order of their first scores. */
export function rankSection(
  text: string,
  section: Section,
  asker: Asker,
  ranker: Ranker,
  { typing, guess, keep }: { typing: boolean; guess: boolean; keep: number },
): SectionRanking {
  const { scorer, synonyms, weights } = ranker
  const terms = readQuestion(text, {
    section,
    isVisible: (stem) => asker.knows(section, stem),
    synonyms,
    weights,
    typing,
    guess,
  })
  const found = scorer.score(section, terms, weights, (ordinal) => asker.wants(section, ordinal))
  const closely = guess ? LOOKED_AT : GLANCED_AT
  const best = bestOf(found.documents, found.scores, Math.max(closely, keep))
  const look = new CloserLook(section, weights, terms)
  const firstScores = new Float32Array(found.documents.length)
  for (let i = 0; i < firstScores.length; i++)
    firstScores[i] = (found.scores[found.documents[i] as number] as number) / look.mass
  const counts = countsOf(terms, weights)
  const candidates = best.map((ordinal, index): Candidate => {
    const features = new Float64Array(FEATURE_COUNT)
    const first = found.scores[ordinal] as number
    const isClose = index < closely
    if (isClose) look.look(ordinal, first, features)
    else features[0] = first / look.mass
    const relevance = combine(features, isClose ? counts : weights.linear)
    return { section, ordinal, terms, features, relevance, experience: 0 }
  })
  scorer.forget(found)
  const looked = candidates.slice(0, closely).sort((a, b) => b.relevance - a.relevance)
  return {
    section,
    terms,
    candidates: [...looked, ...candidates.slice(closely)],
    documents: found.documents,
    firstScores,
  }
}

/** What each feature counts for these words, and an offset for keywords. */
export const countsOf = (terms: readonly Term[], weights: Weights): readonly number[] =>
  isKeywords(terms) ? weights.keywords : weights.linear

function combine(features: Float64Array, counts: readonly number[]): number {
  let value = counts[features.length] ?? 0
  for (let i = 0; i < features.length; i++) value += (counts[i] ?? 0) * (features[i] as number)
  return value
}

/** The `count` documents with the highest scores, highest first, by a heap that keeps its lowest on top. */
function bestOf(documents: Int32Array, scores: Float32Array, count: number): number[] {
  const heap: number[] = []
  const score = (at: number): number => scores[heap[at] as number] as number
  const swap = (a: number, b: number) => {
    const kept = heap[a] as number
    heap[a] = heap[b] as number
    heap[b] = kept
  }
  const sink = () => {
    for (let at = 0; ; ) {
      let least = at
      for (const child of [at * 2 + 1, at * 2 + 2])
        if (child < heap.length && score(child) < score(least)) least = child
      if (least === at) return
      swap(at, least)
      at = least
    }
  }
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] as number
    if (heap.length < count) {
      heap.push(document)
      for (let at = heap.length - 1; at > 0 && score(at) < score((at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1)
    } else if ((scores[document] as number) > score(0)) {
      heap[0] = document
      sink()
    }
  }
  return heap.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
}
