import { bodyOf, headingOf, keywordOf, titleOf } from './postings.ts'
import type { Term } from './question.ts'
import type { Section } from './section.ts'
import type { Weights } from './weights.ts'

/** Documents found by the words of a question, with a first score each. */
export interface Found {
  /** Ordinals, in no order. */
  documents: Int32Array
  /** By ordinal; valid until the next question. */
  scores: Float32Array
}

/** Scores documents by BM25F (Robertson and Zaragoza 2009): occurrences are weighted by field and length, then saturate. */
export class Scorer {
  #scores = new Float32Array(1024)
  #weighted = new Float32Array(1024)
  #state = new Uint8Array(1024)

  /** `isFound` decides once a document whether the asker may find it and it passes the filters. */
  score(section: Section, terms: readonly Term[], weights: Weights, isFound: (document: number) => boolean): Found {
    this.#reserve(section.end)
    const scores = this.#scores
    const weighted = this.#weighted
    const state = this.#state
    const found: number[] = []
    const refused: number[] = []
    const touched: number[] = []
    const frequencyOf = frequencies(section, weights)
    for (const term of terms) {
      if (term.stop && tooMany(section, term)) continue
      touched.length = 0
      for (const { stem, weight } of term.readings) {
        const pool = section.postings.pool
        const start = section.postings.start(stem)
        const end = start + section.postings.count(stem) * 2
        for (let i = start; i < end; i += 2) {
          const document = pool[i] as number
          const known = state[document]
          if (known === 2) continue
          if (known === 0) {
            if (!isFound(document)) {
              state[document] = 2
              refused.push(document)
              continue
            }
            state[document] = 1
            found.push(document)
          }
          if (weighted[document] === 0) touched.push(document)
          weighted[document] = (weighted[document] as number) + weight * frequencyOf(document, pool[i + 1] as number)
        }
      }
      const full = term.idf * term.factor * (weights.k1 + 1)
      for (const document of touched) {
        const frequency = weighted[document] as number
        scores[document] = (scores[document] as number) + (full * frequency) / (frequency + weights.k1)
        weighted[document] = 0
      }
    }
    for (const document of refused) state[document] = 0
    for (const document of found) state[document] = 0
    return { documents: new Int32Array(found), scores }
  }

  /** Must be called when the scores have been read. */
  forget({ documents, scores }: Found): void {
    for (let i = 0; i < documents.length; i++) scores[documents[i] as number] = 0
  }

  #reserve(size: number): void {
    if (size <= this.#scores.length) return
    const capacity = Math.ceil(size * 1.3)
    this.#scores = new Float32Array(capacity)
    this.#weighted = new Float32Array(capacity)
    this.#state = new Uint8Array(capacity)
  }
}

/** Small words help in small collections; where thousands of documents contain them they only take time. */
const tooMany = (section: Section, { readings }: Term): boolean =>
  readings.some(({ stem }) => section.postings.count(stem) > 3000)

function frequencies(section: Section, weights: Weights): (document: number, packed: number) => number {
  const documents = Math.max(1, section.documents)
  const mean = section.totals.map((total) => Math.max(1, total / documents))
  const [titles, , , bodies] = section.lengths.map((lengths) => lengths.raw)
  const bodyFrom = 1 - weights.bodyB
  const bodyBy = weights.bodyB / (mean[3] as number)
  const titleFrom = 1 - weights.titleB
  const titleBy = weights.titleB / (mean[0] as number)
  return (document, packed) => {
    let frequency = bodyOf(packed) / (bodyFrom + bodyBy * ((bodies as Int32Array)[document] as number))
    const title = titleOf(packed)
    if (title > 0)
      frequency += (weights.title * title) / (titleFrom + titleBy * ((titles as Int32Array)[document] as number))
    return frequency + weights.keyword * keywordOf(packed) + weights.heading * headingOf(packed)
  }
}
