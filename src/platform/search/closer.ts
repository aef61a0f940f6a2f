import { isKeywords } from './keywords.ts'
import { Letters } from './letters.ts'
import type { Term } from './question.ts'
import { MAX_WORDS, type Section } from './section.ts'
import { Best, Sentences } from './sentences.ts'
import type { Weights } from './weights.ts'

/**
 * What a document is judged by; `weights.linear` and `weights.keywords` have one number for each. All but a few are shares of what was
 * asked, by rarity: `words` the first score, `coverage` words found anywhere, `title` in the title, `titleFit` also how much of the
 * title was asked for, `sentence` in the best sentence, `sentenceFit` the same with short ones preferred, `window` in three
 * sentences in a row, `pairs` neighbours in question and text, `exact` found as the word itself, `phrase` runs of the same words
 * with the small ones between; `wording` how much the letters of a sentence are at most like those of the question. Only keywords
 * are judged by the rest: `titleRest` the share of the title that was not asked for, `first` how far into the document the first
 * word was found, `often` in how many of its sentences, `length` beside the mean, `letters` the three-letter pieces found.
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
  'wording',
  'titleRest',
  'first',
  'often',
  'length',
  'letters',
] as const
export const FEATURE_COUNT = FEATURES.length

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
  readonly #meanLength: number
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
  readonly #whole: Best
  readonly #title: Best
  readonly #sentences: Sentences
  readonly #letters: Letters
  readonly #isKeywords: boolean
  /** The weight of everything asked: a first score divided by it compares between questions. */
  readonly mass: number

  constructor(section: Section, weights: Weights, terms: readonly Term[]) {
    const { end } = section.vocabulary
    this.#byStem = new Uint16Array(end.stem)
    this.#typed = new Uint8Array(end.word)
    this.#section = section
    this.#meanLength = Math.max(
      1,
      section.totals.reduce((sum, total) => sum + total, 0) / Math.max(1, section.documents),
    )
    this.#terms = terms.filter((term) => term.readings.length > 0).slice(0, MOST_TERMS)
    this.#worth = Float64Array.from(this.#terms, (term) => term.idf * term.factor)
    this.#whole = new Best(this.#worth)
    this.#title = new Best(this.#worth)
    this.#sentences = new Sentences(this.#worth, weights.sentenceB)
    this.#isKeywords = isKeywords(terms)
    this.#letters = new Letters(
      section.vocabulary,
      terms.map(({ word }) => word),
    )
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
    const whole = this.#whole
    const title = this.#title
    const sentences = this.#sentences
    const letters = this.#letters
    whole.clear()
    title.clear()
    sentences.clear()
    letters.clear()
    const pairs = new Set<number>()
    const runs = new Set<number>()
    let field = TITLE
    let titleMass = 0
    let titleWords = 0
    let titleAsked = 0
    let count = 0
    let first = -1
    let lastPlace = 0
    let lastAt = -NEAR - 1
    let lastTyped = -2
    for (let i = 0; i < length; i++) {
      const word = words[i] as number
      if (word < 0) {
        sentences.end(word === FIELD_END)
        letters.endSentence()
        if (word === FIELD_END) field++
        lastAt = -NEAR - 1
        lastTyped = -2
        continue
      }
      sentences.words++
      letters.see(word)
      const stem = stems[word] as number
      const asked = this.#byStem[stem] as number
      if (field === TITLE) {
        if (!vocabulary.isStop(word)) {
          titleMass += this.#rarityOf(stem)
          titleWords++
          if (asked !== 0) titleAsked++
        }
      }
      count++
      const typed = (this.#typed[word] as number) - 1
      if (typed >= 0 && typed === lastTyped + 1) runs.add(typed)
      lastTyped = typed < 0 ? -2 : typed
      if (asked === 0) continue
      if (first < 0 && !vocabulary.isStop(word)) first = count - 1
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
    into[10] = letters.sentence
    if (!this.#isKeywords) return
    into[11] = titleWords > 0 ? 1 - titleAsked / titleWords : 1
    into[12] = first < 0 ? 1 : first / Math.max(1, count)
    into[13] = sentences.often() / mass
    into[14] = Math.log(Math.max(1, count) / this.#meanLength)
    into[15] = letters.share()
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
