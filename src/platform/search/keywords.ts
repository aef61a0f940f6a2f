import type { Term } from './question.ts'

/** So large a share of small words is usual between keywords. */
const MOST_SMALL = 0.34

/** A word that carries meaning: no small word, no part of another. */
export const isContent = ({ stop, factor }: Term): boolean => !stop && factor >= 0.75

/** Keywords have few small words between them: other things tell there which document is meant than in a sentence. */
export function isKeywords(terms: readonly Term[]): boolean {
  const small = terms.filter(({ stop }) => stop).length
  return small <= (small + terms.filter(isContent).length) * MOST_SMALL
}
