/**
 * Everything that was learned or chosen by measuring (`npm run bench answers`): on one half of the questions of every
 * collection, the same for all of them. No value here knows a single question.
 */
export interface Weights {
  /** BM25F: saturation, length normalisation and weight by field. */
  k1: number
  bodyB: number
  titleB: number
  title: number
  keyword: number
  heading: number
  /** What a reading other than the word itself counts. */
  synonym: number
  everyday: number
  compound: number
  part: number
  typo: number
  prefix: number
  similar: number
  similarFrom: number
  similarPower: number
  /** A word without its own occurrences counts for less. */
  unknown: number
  /** Sentences: length normalisation. */
  sentenceB: number
  /** What each of `FEATURES` counts. */
  linear: readonly number[]
  /** What each of `SIGNS` counts, and the offset: logistic regression. */
  confidence: readonly number[]
}

export const weights: Weights = {
  k1: 2,
  bodyB: 0.6,
  titleB: 0.6,
  title: 3.5,
  keyword: 1.5,
  heading: 0.5,
  synonym: 0.8,
  everyday: 0.35,
  compound: 0.5,
  part: 0.75,
  typo: 0.9,
  prefix: 0.6,
  similar: 0.35,
  similarFrom: 0.5,
  similarPower: 1,
  unknown: 0.8,
  sentenceB: 0.4,
  linear: [0.8, 0.2, 1, -0.08, 0.1, 1.05, 0, 0.4, 0, 0.35],
  confidence: [
    0.11, 0.22, 1.34, 0.32, 1.8, 0.77, 3.06, -0.21, -0.32, 1.9, -1.53, 0.88, 2.43, 0.14, 1.23, -1.27, 1.68, 0.46, -5.7,
    -0.81, -0.15, 2.43, 1.06, 1.92, 4.06, -5,
  ],
}
