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
    -0.35, 0.5, 1.65, 0.63, 1.63, 1.27, 3.15, 0.28, -0.79, 1.34, -0.59, 0.98, 1.96, -0.73, 1.08, -1.82, 2.35, 0.84,
    -5.41, -1.55, -0.45, 2.53, 2.62, 1.4, 3.43, -4.86,
  ],
}
