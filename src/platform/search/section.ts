import { Numbers, Ordinals } from './numbers.ts'
import { Postings, pack } from './postings.ts'
import { FIELD_END, readSequence, SENTENCE_END, SequenceWriter } from './sequence.ts'
import type { Language } from './text/languages.ts'
import { scan } from './text/tokens.ts'
import type { Findable } from './types.ts'
import { Vocabulary } from './vocabulary.ts'

/** Words of a document that are read; the rest of a longer one is kept but not found. */
export const MAX_WORDS = 20_000

interface Kept {
  findable: Findable
  /** The text as UTF-8 when that is smaller than the string. */
  text: Uint8Array | null
  sequence: Uint8Array
}

const decoder = new TextDecoder()

const FIELDS = ['title', 'keyword', 'heading', 'body'] as const
const TITLE = 0
const KEYWORD = 1
const HEADING = 2
const BODY = 3

/** Everything that can be found in one language. */
export class Section {
  readonly vocabulary: Vocabulary
  readonly postings = new Postings()
  /** Who may find a document, what it counts for in facets, and which group it belongs to: numbers kept by the engine. */
  readonly access = new Numbers()
  readonly profile = new Numbers()
  readonly group = new Numbers()
  /** Words of a document by field: title, keywords, headings, body. */
  readonly lengths = FIELDS.map(() => new Numbers())
  readonly totals = [0, 0, 0, 0]
  documents = 0
  #kept: (Kept | undefined)[] = []
  #ordinals = new Ordinals()
  #writer = new SequenceWriter()
  #bytes = 0
  #wordCache = new Map<string, number>()
  #counts = [new Int32Array(1024), new Int32Array(1024), new Int32Array(1024), new Int32Array(1024)]
  #stems: number[] = []
  #seen = new Set<number>()

  constructor(language: Language) {
    this.vocabulary = new Vocabulary(language)
  }

  /** One more than the largest ordinal in use. */
  get end(): number {
    return this.#ordinals.end
  }

  add(findable: Findable, access: number, profile: number, group: number): number {
    const ordinal = this.#ordinals.take()
    this.#writer.reset()
    this.#stems.length = 0
    this.#seen.clear()
    const lengths = [
      this.#read(TITLE, [findable.title]),
      this.#read(KEYWORD, findable.keywords ?? []),
      this.#read(HEADING, findable.headings ?? []),
      this.#read(BODY, [findable.text]),
    ]
    lengths.forEach((length, field) => {
      this.lengths[field]?.set(ordinal, length)
      this.totals[field] = (this.totals[field] as number) + length
    })
    this.#post(ordinal)
    for (const word of this.#seen) this.vocabulary.hold(word)
    this.access.set(ordinal, access)
    this.profile.set(ordinal, profile)
    this.group.set(ordinal, group)
    this.#keep(ordinal, findable)
    this.documents++
    return ordinal
  }

  remove(ordinal: number): void {
    const kept = this.#kept[ordinal]
    if (!kept) return
    const words = new Set(this.wordsOf(ordinal).filter((word) => word >= 0))
    const stems = new Set([...words].map((word) => this.vocabulary.stemOf(word)))
    for (const stem of stems) this.postings.remove(stem, ordinal)
    for (const word of words) this.vocabulary.release(word)
    this.#wordCache.clear()
    this.lengths.forEach((length, field) => {
      this.totals[field] = (this.totals[field] as number) - length.at(ordinal)
    })
    this.#bytes -= bytesOf(kept)
    this.#kept[ordinal] = undefined
    this.#ordinals.giveBack(ordinal)
    this.documents--
  }

  /** Words are remembered as written while a batch is added; afterwards that only costs memory. */
  settle(): void {
    this.#wordCache.clear()
  }

  findable(ordinal: number): Findable {
    const kept = this.#kept[ordinal] as Kept
    return kept.text ? { ...kept.findable, text: decoder.decode(kept.text) } : kept.findable
  }

  /** The findable without its text being restored: for everything but quoting. */
  card(ordinal: number): Findable {
    return (this.#kept[ordinal] as Kept).findable
  }

  /** Reads the words of a document into `into`; see `readSequence`. */
  read(ordinal: number, into: Int32Array): number {
    return readSequence((this.#kept[ordinal] as Kept).sequence, into)
  }

  wordsOf(ordinal: number): number[] {
    const into = new Int32Array((this.#kept[ordinal] as Kept).sequence.length)
    return [...into.subarray(0, this.read(ordinal, into))]
  }

  get bytes(): number {
    return this.#bytes + this.postings.bytes + this.vocabulary.bytes + this.documents * 32
  }

  #read(field: number, texts: readonly string[]): number {
    let length = 0
    for (const text of texts) {
      scan(text, {
        word: (start, end) => {
          if (length >= MAX_WORDS) return
          const id = this.#number(text.slice(start, end))
          this.#writer.word(id)
          this.#seen.add(id)
          this.#count(field, this.vocabulary.stemOf(id))
          length++
        },
        sentence: () => this.#writer.mark(SENTENCE_END),
      })
    }
    this.#writer.mark(FIELD_END)
    return length
  }

  #number(written: string): number {
    const known = this.#wordCache.get(written)
    if (known !== undefined) return known
    const id = this.vocabulary.take(written)
    if (this.#wordCache.size < 50_000) this.#wordCache.set(written, id)
    return id
  }

  #count(field: number, stem: number): void {
    let into = this.#counts[field] as Int32Array
    if (stem >= into.length) {
      this.#counts = this.#counts.map((old) => {
        const larger = new Int32Array(Math.max(stem + 1, old.length * 2))
        larger.set(old)
        return larger
      })
      into = this.#counts[field] as Int32Array
    }
    into[stem] = (into[stem] as number) + 1
    this.#stems.push(stem)
  }

  #post(ordinal: number): void {
    const [title, keyword, heading, body] = this.#counts as [Int32Array, Int32Array, Int32Array, Int32Array]
    for (const stem of this.#stems) {
      const packed = pack(title[stem] as number, heading[stem] as number, keyword[stem] as number, body[stem] as number)
      if (packed === 0) continue
      this.postings.add(stem, ordinal, packed)
      for (const counts of this.#counts) counts[stem] = 0
    }
  }

  #keep(ordinal: number, findable: Findable): void {
    const narrow = !/[^\0-\xff]/.test(findable.text)
    const kept: Kept = {
      findable: narrow ? findable : { ...findable, text: '' },
      text: narrow ? null : new TextEncoder().encode(findable.text),
      sequence: this.#writer.take(),
    }
    this.#bytes += bytesOf(kept)
    this.#kept[ordinal] = kept
  }
}

function bytesOf({ findable, text, sequence }: Kept): number {
  const strings =
    findable.title.length +
    findable.url.length +
    (findable.keywords ?? []).join('').length +
    (findable.headings ?? []).join('').length
  return 500 + strings + sequence.byteLength + 100 + (text ? text.byteLength + 100 : findable.text.length)
}
