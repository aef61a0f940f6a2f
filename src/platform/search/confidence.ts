import type { Standing } from './answer.ts'

/** Below it, Theke says that it does not know. */
export const ANSWERED_FROM = 0.5

// Logistic regression on the tuning half: questions of a collection against questions of others asked there.
const COVERAGE = 4
const WINDOW = 3
const OFFSET = -3

/** How likely the first of the ranked documents answers the question, 0..1. */
export function confidenceOf(standings: readonly Standing[]): number {
  const first = standings[0]
  if (!first || first.score <= 0) return 0
  const [, coverage = 0, , , , , window = 0] = first.candidate.features
  return 1 / (1 + Math.exp(-(OFFSET + COVERAGE * coverage + WINDOW * window)))
}
