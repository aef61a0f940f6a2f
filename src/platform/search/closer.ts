import type { Term } from './question.ts'
import { MAX_WORDS, type Section } from './section.ts'
import type { Weights } from './weights.ts'

/**
 * What a document is judged by; `weights.linear` has one number for each. All are shares of what was asked, by rarity:
 * `words` the first score, `coverage` words found anywhere, `title` in the title, `titleFit` also how much of the title was
 * asked for, `sentence` in the best sentence, `sentenceFit` the same with short ones preferred, `window` in three sentences
 * in a row, `pairs` neighbours in question and text, `exact` found as the word itself, `phrase` runs of the same words with
 * the small ones between.
 */
export const FEATURES = [
  'words',
  'coverage',
  'title',
  'titleFit',
  'sentence',
  'sentenceFit',
  'window',
  'pairs',
  'exact',
  'phrase',
] as const
export const FEATURE_COUNT = FEATURES.length

const MEAN_SENTENCE = 14
const FIELD_END = -1
const TITLE = 0
/** Neighbours stand at most so many words apart. */
const NEAR = 3
const MOST_TERMS = 60

/** One document at a time is read into it. */
const words = new Int32Array(MAX_WORDS * 2)

interface Match {
  term: number
  weight: number
}

/** Reads found documents word by word: titles, sentences, pairs of words. */
export class CloserLook {
  readonly #section: Section
  readonly #weights: Weights
  readonly #terms: readonly Term[]
  /** What a term counts for. */
  readonly #worth: Float64Array
  /** By stem: one more than the place in `#matches`, 0 for what was not asked. */
  readonly #byStem: Uint16Array
  readonly #matches: Match[][] = []
  /** By word: one more than the place in the question at which it was typed so. */
  readonly #typed: Uint8Array
  /** The rarity of the word at a place in the question. */
  readonly #rarity: number[] = []
  /** The weight of everything asked: a first score divided by it compares between questions. */
  readonly mass: number

  constructor(section: Section, weights: Weights, terms: readonly Term[]) {
    const { end } = section.vocabulary
    this.#byStem = new Uint16Array(end.stem)
    this.#typed = new Uint8Array(end.word)
    this.#section = section
    this.#weights = weights
    this.#terms = terms.filter((term) => term.readings.length > 0).slice(0, MOST_TERMS)
    this.#worth = Float64Array.from(this.#terms, (term) => term.idf * term.factor)
    // Words that nothing contains weigh as well: a question half understood is half answered.
    this.mass = Math.max(
      1e-6,
      terms.reduce((sum, term) => sum + term.idf * term.factor, 0),
    )
    this.#terms.forEach(({ readings, place, idf, factor, stop }, term) => {
      this.#rarity[place] ??= stop ? idf * factor : idf
      for (const { stem, weight } of readings) {
        if (this.#byStem[stem] === 0) this.#byStem[stem] = this.#matches.push([])
        this.#matches[(this.#byStem[stem] as number) - 1]?.push({ term, weight })
      }
    })
    for (const { word, place } of terms) {
      const id = section.vocabulary.find(word)
      if (id !== undefined) this.#typed[id] = place + 1
    }
  }

  /** Writes the features of a document; `firstScore` is what it was found with. */
  look(document: number, firstScore: number, into: Float64Array): void {
    const { vocabulary } = this.#section
    const { stems } = vocabulary
    const length = this.#section.read(document, words)
    const whole = new Best(this.#worth)
    const title = new Best(this.#worth)
    const sentences = new Sentences(this.#worth, this.#weights.sentenceB)
    const pairs = new Set<number>()
    const runs = new Set<number>()
    let field = TITLE
    let titleMass = 0
    let lastPlace = 0
    let lastAt = -NEAR - 1
    let lastTyped = -2
    for (let i = 0; i < length; i++) {
      const word = words[i] as number
      if (word < 0) {
        sentences.end(word === FIELD_END)
        if (word === FIELD_END) field++
        lastAt = -NEAR - 1
        lastTyped = -2
        continue
      }
      sentences.words++
      const stem = stems[word] as number
      if (field === TITLE && !vocabulary.isStop(word)) titleMass += this.#rarityOf(stem)
      const typed = (this.#typed[word] as number) - 1
      if (typed >= 0 && typed === lastTyped + 1) runs.add(typed)
      lastTyped = typed < 0 ? -2 : typed
      const asked = this.#byStem[stem] as number
      if (asked === 0) continue
      const matches = this.#matches[asked - 1] as Match[]
      for (const { term, weight } of matches) {
        whole.raise(term, weight)
        if (field === TITLE) title.raise(term, weight)
        sentences.now.raise(term, weight)
      }
      const { place } = this.#terms[(matches[0] as Match).term] as Term
      if (i - lastAt <= NEAR && place !== lastPlace && Math.abs(place - lastPlace) <= NEAR)
        pairs.add(Math.min(place, lastPlace) * 64 + Math.max(place, lastPlace))
      lastPlace = place
      lastAt = i
    }
    const { mass } = this
    const titled = title.sum()
    into[0] = firstScore / mass
    into[1] = whole.sum() / mass
    into[2] = titled / mass
    into[3] = titleMass > 0 ? titled / Math.sqrt(titleMass * mass) : 0
    into[4] = sentences.best / mass
    into[5] = sentences.fit / mass
    into[6] = sentences.window / mass
    into[7] = this.#pairsWorth(pairs) / mass
    into[8] = whole.certain() / mass
    into[9] = this.#runsWorth(runs) / mass
  }

  #rarityOf(stem: number): number {
    const { documents, postings } = this.#section
    return Math.log(1 + (documents + 0.5) / (postings.count(stem) + 0.5))
  }

  #pairsWorth(pairs: ReadonlySet<number>): number {
    let worth = 0
    for (const pair of pairs) worth += Math.min(this.#rarity[pair >> 6] ?? 0, this.#rarity[pair & 63] ?? 0)
    return worth
  }

  #runsWorth(runs: ReadonlySet<number>): number {
    let worth = 0
    for (const place of runs) worth += Math.max(this.#rarity[place] ?? 0, this.#rarity[place - 1] ?? 0, 0.3)
    return worth
  }
}

/** The best weight that each term reached. */
class Best {
  readonly reached: Float64Array
  readonly #worth: Float64Array

  constructor(worth: Float64Array) {
    this.#worth = worth
    this.reached = new Float64Array(worth.length)
  }

  raise(term: number, weight: number): void {
    if ((this.reached[term] as number) < weight) this.reached[term] = weight
  }

  sum(): number {
    let sum = 0
    for (let t = 0; t < this.reached.length; t++) sum += (this.#worth[t] as number) * (this.reached[t] as number)
    return sum
  }

  certain(): number {
    let sum = 0
    for (let t = 0; t < this.reached.length; t++)
      if ((this.reached[t] as number) > 0.999) sum += this.#worth[t] as number
    return sum
  }
}

/** The best sentence, and the best three in a row. */
class Sentences {
  now: Best
  words = 0
  best = 0
  fit = 0
  window = 0
  #before: Best
  #beforeThat: Best
  readonly #worth: Float64Array
  readonly #b: number

  constructor(worth: Float64Array, b: number) {
    this.#worth = worth
    this.#b = b
    this.now = new Best(worth)
    this.#before = new Best(worth)
    this.#beforeThat = new Best(worth)
  }

  end(isFieldEnd: boolean): void {
    if (this.words > 0) {
      const covered = this.now.sum()
      this.best = Math.max(this.best, covered)
      this.fit = Math.max(this.fit, covered / (1 - this.#b + (this.#b * this.words) / MEAN_SENTENCE))
      this.window = Math.max(this.window, this.#three())
      const spare = this.#beforeThat
      this.#beforeThat = this.#before
      this.#before = this.now
      this.now = spare
      spare.reached.fill(0)
      this.words = 0
    }
    if (!isFieldEnd) return
    this.#before.reached.fill(0)
    this.#beforeThat.reached.fill(0)
  }

  #three(): number {
    let sum = 0
    for (let t = 0; t < this.#worth.length; t++) {
      sum +=
        (this.#worth[t] as number) *
        Math.max(
          this.now.reached[t] as number,
          this.#before.reached[t] as number,
          this.#beforeThat.reached[t] as number,
        )
    }
    return sum
  }
}
