import { Numbers, Ordinals } from './numbers.ts'
import { foldWord } from './text/characters.ts'
import type { Language } from './text/languages.ts'
import { Trigrams } from './trigrams.ts'

/** As many words of questions as are remembered, in each language. */
const REMEMBERED = 1000

/**
 * The words of everything in one language: folded word ↔ number ↔ stem. Words are counted by the documents that hold them
 * and forgotten with the last one.
 */
export class Vocabulary {
  readonly language: Language
  readonly trigrams = new Trigrams()
  #ids = new Map<string, number>()
  #stemIds = new Map<string, number>()
  #words: string[] = []
  #forms: string[] = []
  #stems: string[] = []
  #stemOf = new Numbers()
  #lengths = new Numbers()
  #documents = new Numbers()
  /** Words that share a stem. */
  #stemWords: number[][] = []
  #wordOrdinals = new Ordinals()
  #stemOrdinals = new Ordinals()
  #remembered = new Map<string, unknown>()
  #rememberedIn = 0
  /** Grows with every word that comes or goes: what was learned from the vocabulary is stale then. */
  version = 0
  #held = 0

  constructor(language: Language) {
    this.language = language
  }

  get size(): number {
    return this.#ids.size
  }

  /** One more than the largest number of a word, and of a stem. */
  get end(): { word: number; stem: number } {
    return { word: this.#wordOrdinals.end, stem: this.#stemOrdinals.end }
  }

  /** What was found out about a word once, as long as no word comes or goes: a question is asked letter by letter and again. */
  remember<Value>(key: string, find: () => Value): Value {
    if (this.#rememberedIn !== this.version || this.#remembered.size >= REMEMBERED) {
      this.#remembered.clear()
      this.#rememberedIn = this.version
    }
    const before = this.#remembered.get(key)
    if (before !== undefined) return before as Value
    const found = find()
    this.#remembered.set(key, found)
    return found
  }

  /** The number of a word as it is written, made when new. */
  take(written: string): number {
    const word = foldWord(written)
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    this.version++
    const id = this.#wordOrdinals.take()
    const stemText = this.language.stem(word)
    let stem = this.#stemIds.get(stemText)
    if (stem === undefined) {
      stem = this.#stemOrdinals.take()
      this.#stemIds.set(stemText, stem)
      this.#stems[stem] = stemText
      this.#stemWords[stem] = []
    }
    ;(this.#stemWords[stem] as number[]).push(id)
    this.#ids.set(word, id)
    this.#words[id] = word
    const form = written.toLowerCase().replaceAll('\u00ad', '')
    this.#forms[id] = form === word ? word : form
    this.#stemOf.set(id, stem)
    this.#lengths.set(id, word.length)
    this.#documents.set(id, 0)
    this.trigrams.add(id, word)
    return id
  }

  hold(id: number): void {
    this.#documents.add(id, 1)
    this.#held++
  }

  release(id: number): void {
    this.#documents.add(id, -1)
    this.#held--
    if (this.#documents.at(id) === 0) this.#forget(id)
  }

  find(word: string): number | undefined {
    return this.#ids.get(word)
  }

  findStem(stem: string): number | undefined {
    return this.#stemIds.get(stem)
  }

  word(id: number): string {
    return this.#words[id] as string
  }

  /** The word with its accents and umlauts, as it was first met. */
  form(id: number): string {
    return this.#forms[id] as string
  }

  stemText(stem: number): string {
    return this.#stems[stem] as string
  }

  stemOf(id: number): number {
    return this.#stemOf.at(id)
  }

  /** Word → stem, valid until the next change. */
  get stems(): Int32Array {
    return this.#stemOf.raw
  }

  /** Word → letters, valid until the next change. */
  get lengths(): Int32Array {
    return this.#lengths.raw
  }

  isStop(id: number): boolean {
    return this.language.isStop(this.word(id))
  }

  /** Documents that hold the word. */
  documents(id: number): number {
    return this.#documents.at(id)
  }

  /** The same, summed over all words. */
  get held(): number {
    return this.#held
  }

  wordsOfStem(stem: number): readonly number[] {
    return this.#stemWords[stem] ?? []
  }

  get bytes(): number {
    // A map entry, a string and its characters, the two number columns, measured on V8; the trigrams count themselves.
    return (
      this.#ids.size * 110 +
      this.#stemIds.size * 130 +
      this.#stemOf.bytes +
      this.#lengths.bytes +
      this.#documents.bytes +
      this.trigrams.bytes
    )
  }

  #forget(id: number): void {
    this.version++
    const word = this.word(id)
    const stem = this.stemOf(id)
    this.trigrams.remove(id, word)
    this.#ids.delete(word)
    this.#words[id] = ''
    this.#forms[id] = ''
    this.#wordOrdinals.giveBack(id)
    const rest = this.wordsOfStem(stem).filter((other) => other !== id)
    this.#stemWords[stem] = rest
    if (rest.length > 0) return
    this.#stemIds.delete(this.stemText(stem))
    this.#stems[stem] = ''
    this.#stemOrdinals.giveBack(stem)
  }
}
