import { visitTrigrams } from './trigrams.ts'
import type { Vocabulary } from './vocabulary.ts'

const MOST_PIECES = 64
const HALF = 32

/**
 * The three-letter pieces of what was asked, and which words of the vocabulary hold which of them: what a document has of them
 * is found by one look a word. It tells apart what matches equally well by words.
 */
export class Letters {
  /** By word: its pieces as bits, in two halves. */
  readonly #first: Int32Array
  readonly #second: Int32Array
  readonly #worth: number[] = []
  readonly #all: number
  #seenFirst = 0
  #seenSecond = 0

  constructor(vocabulary: Vocabulary, words: readonly string[]) {
    this.#first = new Int32Array(vocabulary.end.word)
    this.#second = new Int32Array(vocabulary.end.word)
    const seen = new Set<number>()
    for (const word of words)
      visitTrigrams(word, (piece) => {
        if (seen.has(piece) || seen.size >= MOST_PIECES) return
        const at = seen.size
        seen.add(piece)
        const holders = vocabulary.trigrams.holding(piece)
        this.#worth.push(Math.log(1 + vocabulary.size / (holders.length + 0.5)))
        const half = at < HALF ? this.#first : this.#second
        const bit = 1 << (at % HALF)
        for (const id of holders) half[id] = (half[id] as number) | bit
      })
    this.#all = this.#worth.reduce((sum, worth) => sum + worth, 0) || 1
  }

  clear(): void {
    this.#seenFirst = 0
    this.#seenSecond = 0
  }

  see(word: number): void {
    this.#seenFirst |= this.#first[word] as number
    this.#seenSecond |= this.#second[word] as number
  }

  /** The share of the pieces that was seen, by rarity. */
  share(): number {
    let sum = 0
    for (let i = 0; i < this.#worth.length; i++) {
      const half = i < HALF ? this.#seenFirst : this.#seenSecond
      if ((half >>> (i % HALF)) & 1) sum += this.#worth[i] as number
    }
    return sum / this.#all
  }
}
