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
  stop: number
  /** Feedback from the first hits. */
  feedbackDocuments: number
  feedbackWords: number
  /** Sentences: length normalisation. */
  sentenceB: number
  sentenceK: number
  linear: readonly number[]
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
  stop: 0,
  feedbackDocuments: 8,
  feedbackWords: 20,
  sentenceB: 0.4,
  sentenceK: 1.2,
  linear: [0.9, 0.1, 1.27, -0.08, 0.05, 1.05, 0, 0.4, 0, 0.35],
}
