/** Somebody who could be given a request. */
export interface Candidate {
  id: string
  /** Kinds and languages that they deal with; empty: all. */
  types: readonly string[]
  langs: readonly string[]
  awayUntil: Date | null
  /** Open requests that they have, and how many they take at most; null: no limit. */
  load: number
  capacity: number | null
  lastGivenAt: Date | null
}

/**
 * Who gets a request: of those who are there, can do it and have room for it, whoever has the least, and among equals whoever was given something longest
 * ago. Null when nobody can: it stays with the team.
 */
export function chooseAgent(
  candidates: readonly Candidate[],
  request: { type: string; lang: string },
  now: Date,
): string | null {
  const can = candidates.filter(
    (one) =>
      (one.awayUntil === null || one.awayUntil <= now) &&
      (one.capacity === null || one.load < one.capacity) &&
      (one.types.length === 0 || one.types.includes(request.type)) &&
      (one.langs.length === 0 || one.langs.includes(request.lang)),
  )
  const [best] = can.sort(
    (a, b) =>
      a.load - b.load || (a.lastGivenAt?.getTime() ?? 0) - (b.lastGivenAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1),
  )
  return best?.id ?? null
}
