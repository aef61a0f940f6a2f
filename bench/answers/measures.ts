import type { Question } from './collection.ts'

export interface Measures {
  ndcg10: number
  mrr10: number
  recall5: number
  success1: number
}

/** The usual measures of one ranked list (article ids, best first). */
export function measure(question: Question, ranked: readonly string[]): Measures {
  const grades = ranked.slice(0, 10).map((id) => question.relevant.get(id) ?? 0)
  const ideal = [...question.relevant.values()].sort((a, b) => b - a).slice(0, 10)
  const first = grades.findIndex((grade) => grade > 0)
  return {
    ndcg10: gain(grades) / gain(ideal),
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    recall5: grades.slice(0, 5).filter((grade) => grade > 0).length / Math.min(5, question.relevant.size),
    success1: first === 0 ? 1 : 0,
  }
}

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0)

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export function meanMeasures(list: readonly Measures[]): Measures {
  const of = (key: keyof Measures) => mean(list.map((measures) => measures[key]))
  return { ndcg10: of('ndcg10'), mrr10: of('mrr10'), recall5: of('recall5'), success1: of('success1') }
}

/** The middle 95 % of the mean over resampled questions (bootstrap, 1000 draws, seeded). */
export function interval(values: readonly number[], draws = 1000): [number, number] {
  const random = seeded(7)
  const means = Array.from({ length: draws }, () => {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] as number
    return sum / Math.max(1, values.length)
  }).sort((a, b) => a - b)
  return [means[Math.floor(draws * 0.025)] ?? 0, means[Math.floor(draws * 0.975)] ?? 0]
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
