import type { SharedAnswers } from '../../kernel/shared-answers.ts'

/** So many answers at most, each for so long at most: what follows the clock (expiry, opening hours) is never older. */
const MOST = 2000
const LIFETIME = 60_000

/**
 * Keeps shared answers of a process; the oldest one makes room.
 * @param now the clock that the answers follow
 */
export function createSharedAnswers(now: () => Date): SharedAnswers & { clear(): void } {
  let kept = new Map<string, { answer: unknown; at: number }>()
  let generation = 0
  return {
    generation: () => generation,
    get(key) {
      const found = kept.get(key)
      if (!found) return undefined
      if (Math.abs(now().getTime() - found.at) < LIFETIME) return found.answer
      kept.delete(key)
      return undefined
    },
    set(key, answer, since) {
      if (since !== generation) return
      if (kept.size >= MOST) kept.delete(kept.keys().next().value as string)
      kept.set(key, { answer, at: now().getTime() })
    },
    clear() {
      kept = new Map()
      generation++
    },
  }
}
