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
  /** Small words (stop words), in the closer look. */
  small: number
  /** Sentences: length normalisation. */
  sentenceB: number
  /** What each of `FEATURES` counts in a sentence. */
  linear: readonly number[]
  /** The same for keywords, and an offset that makes both compare. */
  keywords: readonly number[]
  /** What each of `SIGNS` counts, and the offset: logistic regression. */
  confidence: readonly number[]
}

export const weights: Weights = {
  k1: 2,
  bodyB: 0.6,
  titleB: 0.6,
  title: 4.5,
  keyword: 1.5,
  heading: 0.5,
  synonym: 0.8,
  everyday: 0.4,
  compound: 0.5,
  part: 0.75,
  typo: 0.9,
  prefix: 0.6,
  similar: 0.28,
  similarFrom: 0.5,
  similarPower: 1,
  unknown: 0.8,
  small: 0.3,
  sentenceB: 0.55,
  linear: [0.95, 0.42, 0.95, 0.18, 0.08, 0.95, 0, 0.67, 0, 0.37, 1],
  keywords: [0.58, 0.29, 0.63, -0.31, 0.33, 0.41, 0.47, 0.32, -0.07, 0.6, 1, -0.38, -0.58, 1.47, 0.12, 0.59, 0.28],
  confidence: [
    -0.05, 1.32, 0.14, 1.44, -1.35, 1.28, 2.77, 0.19, -0.38, 9.58, 0.82, -0.28, 0.52, 1.44, -1.21, 0.74, -1.29, 2.09,
    0.83, -5.35, -2.12, 0.23, 1.77, 2.29, 1.53, 3.02, -5.69,
  ],
}
