import type { Section } from '../section.ts'
import { foldWord } from '../text/characters.ts'
import { scan } from '../text/tokens.ts'

/** German writes nouns with a capital: inside a sentence that tells them from everything else. */
const CAPITALISED = new Set(['de'])

/**
 * Which stems are nouns, as the texts write them: true for those that have a capital inside sentences at least as often as not,
 * false for the others; nothing is said of what only begins sentences. None in languages that do not mark nouns.
 */
export function nounsIn({ vocabulary }: Section, texts: Iterable<string>): ReadonlyMap<number, boolean> {
  const nouns = new Map<number, boolean>()
  if (!CAPITALISED.has(vocabulary.language.code)) return nouns
  const balance = new Map<number, number>()
  for (const text of texts) {
    let isFirst = true
    scan(text, {
      word: (start, end) => {
        const begins = isFirst
        isFirst = false
        if (begins) return
        const written = text.slice(start, end)
        const id = vocabulary.find(foldWord(written))
        if (id === undefined) return
        const stem = vocabulary.stemOf(id)
        const isCapital = written[0] !== written[0]?.toLowerCase()
        balance.set(stem, (balance.get(stem) ?? 0) + (isCapital ? 1 : -1))
      },
      sentence: () => {
        isFirst = true
      },
    })
  }
  for (const [stem, sum] of balance) nouns.set(stem, sum >= 0)
  return nouns
}
