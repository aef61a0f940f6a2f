import { visitTrigrams } from './trigrams.ts'
import type { Vocabulary } from './vocabulary.ts'

const MOST_PIECES = 64
const HALF = 32

/**
 * The three-letter pieces of what was asked, and which words of the vocabulary hold which of them: what a document and its
 * sentences have of them is found by one look a word. It tells apart what matches equally well by words, and a sentence that is
 * worded like the question, small words and endings included, from one that only shares its rare words.
 */
export class Letters {
  /** By word: its pieces as bits, in two halves side by side. */
  readonly #pieces: Int32Array
  readonly #lengths: Int32Array
  readonly #vocabulary: Vocabulary
  readonly #worth: number[] = []
  readonly #all: number
  #lineFirst = 0
  #lineSecond = 0
  #lineLength = 0
  #seenFirst = 0
  #seenSecond = 0
  #best = 0

  constructor(vocabulary: Vocabulary, words: readonly string[]) {
    this.#vocabulary = vocabulary
    this.#pieces = new Int32Array(vocabulary.end.word * 2)
    this.#lengths = vocabulary.lengths
    const seen = new Set<number>()
    for (const word of words)
      visitTrigrams(word, (piece) => {
        if (seen.has(piece) || seen.size >= MOST_PIECES) return
        this.#worth.push(this.#mark(piece, seen.size))
        seen.add(piece)
      })
    this.#all = this.#worth.reduce((sum, worth) => sum + worth, 0) || 1
  }

  clear(): void {
    this.#seenFirst = 0
    this.#seenSecond = 0
    this.#best = 0
    this.#forgetLine()
  }

  see(word: number): void {
    this.#lineFirst |= this.#pieces[word * 2] as number
    this.#lineSecond |= this.#pieces[word * 2 + 1] as number
    // As many pieces as letters.
    this.#lineLength += this.#lengths[word] as number
  }

  endSentence(): void {
    this.#seenFirst |= this.#lineFirst
    this.#seenSecond |= this.#lineSecond
    if (this.#lineFirst !== 0 || this.#lineSecond !== 0) {
      const share = this.#shareOf(this.#lineFirst, this.#lineSecond)
      this.#best = Math.max(this.#best, share * Math.sqrt(this.#worth.length / this.#lineLength))
    }
    this.#forgetLine()
  }

  /** The share of the pieces that was seen, by rarity. */
  share(): number {
    return this.#shareOf(this.#seenFirst, this.#seenSecond)
  }

  /** How much the sentence that is most like the question is like it: the cosine of their pieces. */
  get sentence(): number {
    return this.#best
  }

  /** Marks the words that hold a piece; returns how rare it is. */
  #mark(piece: number, at: number): number {
    const half = at < HALF ? 0 : 1
    const bit = 1 << (at % HALF)
    let held = 0
    for (const id of this.#vocabulary.trigrams.holding(piece)) {
      const place = id * 2 + half
      this.#pieces[place] = (this.#pieces[place] as number) | bit
      held += this.#vocabulary.documents(id)
    }
    return Math.log(1 + this.#vocabulary.held / (held + 0.5))
  }

  #shareOf(first: number, second: number): number {
    return (this.#sum(first, 0) + this.#sum(second, HALF)) / this.#all
  }

  #sum(bits: number, from: number): number {
    let sum = 0
    for (let left = bits; left !== 0; left &= left - 1)
      sum += this.#worth[from + 31 - Math.clz32(left & -left)] as number
    return sum
  }

  #forgetLine(): void {
    this.#lineFirst = 0
    this.#lineSecond = 0
    this.#lineLength = 0
  }
}
