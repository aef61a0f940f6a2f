import { foldWord } from './text/characters.ts'
import type { Language } from './text/languages.ts'
import { scan } from './text/tokens.ts'
import type { SynonymSet } from './types.ts'

/** Words that mean the same, by stem and language. */
export class Synonyms {
  readonly #sets: readonly SynonymSet[]
  #byLanguage = new Map<string, Map<string, Set<string>>>()

  constructor(sets: readonly SynonymSet[]) {
    this.#sets = sets
  }

  /** Stems that stand for the same as a folded word. */
  of(word: string, language: Language): Iterable<string> {
    if (this.#sets.length === 0) return []
    const table = this.#byLanguage.get(language.code) ?? this.#build(language)
    return table.get(language.stem(word)) ?? []
  }

  #build(language: Language): Map<string, Set<string>> {
    const table = new Map<string, Set<string>>()
    for (const { lang, words } of this.#sets) {
      if (lang !== undefined && lang !== language.code) continue
      const stems = words.map((phrase) => stemsOf(phrase, language))
      for (const key of stems) {
        // A phrase of several words is understood as a meaning, but only a single word leads to it.
        if (key.length !== 1) continue
        const others = table.get(key[0] as string) ?? new Set<string>()
        for (const other of stems) for (const stem of other) if (stem !== key[0]) others.add(stem)
        table.set(key[0] as string, others)
      }
    }
    this.#byLanguage.set(language.code, table)
    return table
  }
}

function stemsOf(phrase: string, language: Language): string[] {
  const stems: string[] = []
  scan(phrase, {
    word: (start, end) => {
      const word = foldWord(phrase.slice(start, end))
      if (!language.isStop(word)) stems.push(language.stem(word))
    },
    sentence: () => {},
  })
  return stems
}
