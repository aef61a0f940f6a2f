import type { Asker } from './asker.ts'
import { FEATURE_COUNT } from './closer.ts'
import type { Standing } from './groups.ts'
import type { Library } from './library.ts'
import type { Candidate, SectionRanking } from './rank.ts'
import type { Meaning } from './types.ts'

/** So many of the nearest in meaning take part. */
const NEAREST = 50
/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): how little the first places differ. */
const RANK_CONSTANT = 60

/** A vector of length 1 in whole numbers: a quarter of the memory, and no rank differs by it. */
interface Direction {
  steps: Int8Array
  /** What one step is worth. */
  step: number
}

/** The meanings of findables, by id. */
export class Meanings {
  readonly #directions = new Map<string, Direction>()

  put(meanings: Iterable<Meaning>): void {
    for (const { id, vector } of meanings) this.#directions.set(id, directionOf(vector))
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#directions.delete(id)
  }

  get bytes(): number {
    let bytes = 0
    for (const { steps } of this.#directions.values()) bytes += steps.byteLength + 150
    return bytes
  }

  /**
   * Standings by words and by meaning in one list: each place counts 1 / (60 + place) in its list. Only what the asker may find
   * and wants is compared at all.
   */
  fuse(
    library: Library,
    asker: Asker,
    rankings: readonly SectionRanking[],
    standings: readonly Standing[],
    question: Float32Array | undefined,
  ): Standing[] {
    if (!question || this.#directions.size === 0) return [...standings]
    const key = ({ section, ordinal }: Candidate) => `${section.vocabulary.language.code} ${ordinal}`
    const fused = new Map(
      standings.map((standing, place) => [key(standing.candidate), { standing, score: part(place) }]),
    )
    this.#candidates(library, asker, rankings, question).forEach((candidate, place) => {
      const known = fused.get(key(candidate))
      if (known) known.score += part(place)
      else fused.set(key(candidate), { standing: { candidate, score: 0, factors: [] }, score: part(place) })
    })
    return [...fused.values()].map(({ standing, score }) => ({ ...standing, score })).sort((a, b) => b.score - a.score)
  }

  /** The nearest in meaning among what the asker may find and wants, nearest first. `closeness`: the cosine. */
  nearest(library: Library, asker: Asker, question: Float32Array): { id: string; closeness: number }[] {
    const asked = directionOf(question)
    const near: { id: string; closeness: number }[] = []
    for (const [id, direction] of this.#directions) {
      const place = library.place(id)
      if (!place || direction.steps.length !== asked.steps.length || !asker.wants(place.section, place.ordinal))
        continue
      near.push({ id, closeness: dot(asked, direction) })
    }
    return near.sort((a, b) => b.closeness - a.closeness).slice(0, NEAREST)
  }

  #candidates(library: Library, asker: Asker, rankings: readonly SectionRanking[], question: Float32Array) {
    return this.nearest(library, asker, question).flatMap(({ id }): Candidate[] => {
      const place = library.place(id)
      const ranking = rankings.find(({ section }) => section === place?.section)
      if (!place || !ranking) return []
      return [
        { ...place, terms: ranking.terms, relevance: 0, experience: 0, features: new Float64Array(FEATURE_COUNT) },
      ]
    })
  }
}

const part = (place: number): number => 1 / (RANK_CONSTANT + place + 1)

function directionOf(vector: Float32Array): Direction {
  let square = 0
  let most = 1e-12
  for (const value of vector) {
    square += value * value
    most = Math.max(most, Math.abs(value))
  }
  const length = Math.sqrt(square) || 1
  return { steps: Int8Array.from(vector, (value) => Math.round((value / most) * 127)), step: most / 127 / length }
}

function dot(a: Direction, b: Direction): number {
  let sum = 0
  for (let i = 0; i < a.steps.length; i++) sum += (a.steps[i] as number) * (b.steps[i] as number)
  return sum * a.step * b.step
}
