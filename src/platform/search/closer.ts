import type { Term } from './question.ts'
import { MAX_WORDS, type Section } from './section.ts'
import type { Weights } from './weights.ts'

/** What is looked at in a document besides the first score; `weights.linear` has one number for each. */
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
  'length',
  'lines',
  'lead',
  'letters',
  'feedback',
] as const
export const FEATURE_COUNT = FEATURES.length

const SLOTS = 64

/** Reads found documents word by word: titles, sentences, pairs of words. */
export class CloserLook {
  readonly #section: Section
  readonly #weights: Weights
  readonly #terms: Term[]
  /** Stem → slots of `#bySlot`, 0: not asked. */
  #slotOf: Map<number, number> = new Map()
  #bySlot: { term: number; weight: number }[][] = [[]]
  #words = new Int32Array(MAX_WORDS * 2)
  #mass: number
  readonly #exact = new Map<number, number>()

  constructor(section: Section, weights: Weights, terms: readonly Term[]) {
    this.#section = section
    this.#weights = weights
    this.#terms = terms.filter((term) => !term.stop && term.readings.length > 0).slice(0, SLOTS)
    this.#terms.forEach((term, index) => {
      for (const { stem, weight } of term.readings) {
        let slot = this.#slotOf.get(stem)
        if (slot === undefined) {
          slot = this.#bySlot.length
          this.#slotOf.set(stem, slot)
          this.#bySlot.push([])
        }
        ;(this.#bySlot[slot] as { term: number; weight: number }[]).push({ term: index, weight })
      }
    })
    terms.forEach((term) => {
      const word = section.vocabulary.find(term.word)
      if (word !== undefined) this.#exact.set(word, term.place)
    })
    // Words that nothing contains weigh as well: a question half understood is half answered.
    this.#mass = Math.max(1e-6, sum(terms.filter((term) => !term.stop).map((term) => term.idf * term.factor)))
  }

  /** The weight of everything asked: a first score divided by it compares between questions. */
  get mass(): number {
    return this.#mass
  }

  look(document: number, firstScore: number, into: Float64Array, at: number): void {
    const { vocabulary } = this.#section
    const words = this.#words
    const length = this.#section.read(document, words)
    const terms = this.#terms
    const count = terms.length
    const whole = new Float64Array(count)
    const title = new Float64Array(count)
    const sentence = new Float64Array(count)
    const before = new Float64Array(count)
    const beforeThat = new Float64Array(count)
    const meanSentence = 14
    let field = 0
    let sentenceWords = 0
    let sentenceContent = 0
    let titleContent = 0
    let bestSentence = 0
    let bestFit = 0
    let bestWindow = 0
    let lead = 0
    let lastPlace = -9
    let lastTerm = -1
    let lastAt = -9
    let place = 0
    let pairs = 0
    let phrase = 0
    let lastExact = -9
    const pairSeen = new Set<number>()
    const phraseSeen = new Set<number>()
    const top = [0, 0, 0]
    const endSentence = () => {
      if (sentenceWords > 0) {
        let covered = 0
        let window = 0
        for (let t = 0; t < count; t++) {
          const value = sentence[t] as number
          const full = (terms[t] as Term).idf * (terms[t] as Term).factor
          covered += full * value
          window += full * Math.max(value, before[t] as number, beforeThat[t] as number)
          beforeThat[t] = before[t] as number
          before[t] = value
          sentence[t] = 0
        }
        if (covered > bestSentence) bestSentence = covered
        if (window > bestWindow) bestWindow = window
        const fit = covered / (1 - this.#weights.sentenceB + (this.#weights.sentenceB * sentenceContent) / meanSentence)
        if (fit > bestFit) bestFit = fit
        if (fit > (top[2] as number)) {
          top[2] = fit
          top.sort((a, b) => b - a)
        }
      }
      sentenceWords = 0
      sentenceContent = 0
    }
    for (let i = 0; i < length; i++) {
      const word = words[i] as number
      if (word < 0) {
        endSentence()
        if (word === -1) {
          if (field === 0) titleContent = place
          field++
          before.fill(0)
          beforeThat.fill(0)
        }
        lastAt = -9
        lastExact = -9
        continue
      }
      place++
      sentenceWords++
      sentenceContent++
      const exact = this.#exact.get(word)
      if (exact !== undefined) {
        if (exact === lastExact + 1) phraseSeen.add(exact)
        lastExact = exact
      } else lastExact = -9
      const slot = this.#slotOf.get(vocabulary.stemOf(word))
      if (slot === undefined) continue
      for (const { term, weight } of this.#bySlot[slot] as { term: number; weight: number }[]) {
        if ((whole[term] as number) < weight) whole[term] = weight
        if ((sentence[term] as number) < weight) sentence[term] = weight
        if (field === 0 && (title[term] as number) < weight) title[term] = weight
      }
      const first = (this.#bySlot[slot] as { term: number; weight: number }[])[0]
      if (!first) continue
      const asked = terms[first.term] as Term
      if (field === 3 && lead === 0 && place < 60 + titleContent) lead = 1
      if (lastTerm >= 0 && place - lastAt <= 3 && asked.place !== lastPlace && Math.abs(asked.place - lastPlace) <= 3)
        pairSeen.add(Math.min(asked.place, lastPlace) * 64 + Math.max(asked.place, lastPlace))
      lastTerm = first.term
      lastPlace = asked.place
      lastAt = place
    }
    endSentence()
    const idfOfPlace = (wanted: number) => terms.find((term) => term.place === wanted)?.idf ?? 0
    for (const pair of pairSeen) pairs += Math.min(idfOfPlace(pair >> 6), idfOfPlace(pair & 63))
    for (const seen of phraseSeen) phrase += Math.max(idfOfPlace(seen), idfOfPlace(seen - 1), 0.3)
    let coverage = 0
    let titleCovered = 0
    let exactMass = 0
    for (let t = 0; t < count; t++) {
      const full = (terms[t] as Term).idf * (terms[t] as Term).factor
      coverage += full * (whole[t] as number)
      titleCovered += full * (title[t] as number)
      if ((whole[t] as number) >= 0.999) exactMass += full
    }
    const mass = this.#mass
    const titleMass = this.#titleMass(words, length)
    into[at] = firstScore / mass
    into[at + 1] = coverage / mass
    into[at + 2] = titleCovered / mass
    into[at + 3] = titleMass > 0 ? titleCovered / Math.sqrt(titleMass * mass) : 0
    into[at + 4] = bestSentence / mass
    into[at + 5] = bestFit / mass
    into[at + 6] = bestWindow / mass
    into[at + 7] = pairs / mass
    into[at + 8] = exactMass / mass
    into[at + 9] = phrase / mass
    into[at + 10] = Math.log(1 + place)
    into[at + 11] = ((top[0] as number) + (top[1] as number) + (top[2] as number)) / 3 / mass
    into[at + 12] = lead
    into[at + 13] = 0
    into[at + 14] = 0
  }

  #titleMass(words: Int32Array, length: number): number {
    const { vocabulary, postings, documents } = this.#section
    let mass = 0
    for (let i = 0; i < length && (words[i] as number) !== -1; i++) {
      const word = words[i] as number
      if (word < 0 || vocabulary.language.isStop(vocabulary.word(word))) continue
      mass += Math.log(1 + (documents + 0.5) / (postings.count(vocabulary.stemOf(word)) + 0.5))
    }
    return mass
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
