import type { Vocabulary } from './vocabulary.ts'

const LEAST_PART = 3
const MOST_PARTS = 4
/** A longer word is nobody's compound. */
const LONGEST = 64

interface Split {
  parts: number[]
  score: number
}

/**
 * The known words that a word is put together from, or none. Of several readings the one whose parts are the most frequent
 * wins (geometric mean of document counts, Koehn and Knight 2003). `isUsable` keeps out words that the asker may not know of.
 */
export function splitWord(vocabulary: Vocabulary, word: string, isUsable: (word: number) => boolean): number[] {
  if (word.length < LEAST_PART * 2 + 1 || word.length > LONGEST) return []
  return new Splitter(vocabulary, isUsable).best(word, MOST_PARTS)?.parts ?? []
}

/** Remembers what it found out about the pieces of one word: many readings share them. */
class Splitter {
  readonly #vocabulary: Vocabulary
  readonly #isUsable: (word: number) => boolean
  readonly #known = new Map<string, number>()
  readonly #best = new Map<string, Split | undefined>()

  constructor(vocabulary: Vocabulary, isUsable: (word: number) => boolean) {
    this.#vocabulary = vocabulary
    this.#isUsable = isUsable
  }

  best(word: string, most: number): Split | undefined {
    const key = most + word
    if (!this.#best.has(key)) this.#best.set(key, this.#split(word, most))
    return this.#best.get(key)
  }

  #split(word: string, most: number): Split | undefined {
    let found: Split | undefined
    for (let cut = LEAST_PART; cut <= word.length - LEAST_PART; cut++) {
      const head = this.#headOf(word.slice(0, cut))
      if (head < 0) continue
      const tail = word.slice(cut)
      const whole = this.#find(tail)
      const rest = most > 2 && tail.length > LEAST_PART * 2 ? this.best(tail, most - 1) : undefined
      for (const option of [whole >= 0 ? { parts: [whole], score: this.#frequency(whole) } : undefined, rest]) {
        if (!option) continue
        const parts = [head, ...option.parts]
        const logs = Math.log(this.#frequency(head)) + Math.log(option.score) * option.parts.length
        const score = Math.exp(logs / parts.length) / parts.length
        if (!found || score > found.score) found = { parts, score }
      }
    }
    return found
  }

  #frequency(word: number): number {
    return 1 + this.#vocabulary.documents(word)
  }

  /** A first part, with or without the letters that join it to the next one. */
  #headOf(text: string): number {
    for (const link of this.#vocabulary.language.links) {
      if (!text.endsWith(link) || text.length - link.length < LEAST_PART) continue
      const id = this.#find(text.slice(0, text.length - link.length))
      if (id >= 0) return id
    }
    return -1
  }

  #find(text: string): number {
    let id = this.#known.get(text)
    if (id === undefined) {
      id = this.#lookUp(text)
      this.#known.set(text, id)
    }
    return id
  }

  /** The number of a word that is long or frequent enough to be a part, in whatever inflection it is known. */
  #lookUp(text: string): number {
    const vocabulary = this.#vocabulary
    const exact = vocabulary.find(text)
    const isPart =
      exact !== undefined &&
      (text.length > 3 || vocabulary.documents(exact) > 2) &&
      !vocabulary.language.isStop(text) &&
      this.#isUsable(exact)
    if (isPart) return exact
    if (text.length < 5) return -1
    const stem = vocabulary.findStem(vocabulary.language.stem(text))
    if (stem === undefined) return -1
    return vocabulary.wordsOfStem(stem).find((id) => vocabulary.word(id).length > 3 && this.#isUsable(id)) ?? -1
  }
}
