/**
 * An answer to a clarifying question: it is this one, or it is none of these. `facet` is a facet of the findables, `word`
 * (something it is about, as it is written in the content) or `title` (the thing itself, by its id).
 */
export type Narrowing =
  | { facet: string; value: string; noneOf?: undefined }
  | { facet: string; noneOf: readonly string[]; value?: undefined }

/** Nobody is asked back more often in a row. */
export const MOST_CLARIFICATIONS = 3

/** The one question that separates best what might be meant. "None of these" is always an answer besides. */
export interface Clarification {
  /** What the answer becomes: `{ facet, value }`, or `{ facet, noneOf: every value offered }`. */
  facet: string
  /** At most five, the likeliest first; `count`: so many of the things in question have it. */
  options: { value: string; label: string; count: number }[]
  /** Bits that the answer is expected to tell, less what asking costs. */
  gain: number
}
