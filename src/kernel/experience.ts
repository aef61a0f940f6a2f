import type { Ctx } from './ctx.ts'
import type { Lang } from './lang.ts'

/**
 * What became of readers, counted and aged, without persons: after which words a thing was of use, and how many of those who
 * read it still needed somebody. Counts are decayed to now; what happened too seldom to mean anything is left out.
 */
export interface Experience {
  /** `word` is a stem as `SearchIndex.stemsOf` gives it; `group` that of the findables. */
  words: { lang: Lang; word: string; group: string; helped: number; failed: number }[]
  readers: { group: string; helped: number; needed: number }[]
}

/** Experience as a slice keeps it. */
export interface ExperienceSource {
  on: readonly string[]
  all(ctx: Ctx): Promise<Experience>
}
