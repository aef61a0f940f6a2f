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
  /** What each of `FEATURES` counts. */
  linear: readonly number[]
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
  linear: [0.95, 0.42, 0.95, 0.18, 0.08, 0.95, 0, 0.67, 0, 0.37],
  confidence: [
    0.01, 0.4, 1.46, 0.34, 1.48, 1.24, 3.14, 0.21, -0.13, 1.28, -0.65, 0.89, 1.8, -0.87, 1.11, -1.83, 2.29, 0.83, -5.57,
    -1.64, 0.25, 2.37, 2.45, 1.67, 3.6, -4.86,
  ],
}
