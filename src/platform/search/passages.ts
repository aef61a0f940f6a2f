import type { Term } from './question.ts'
import type { Section } from './section.ts'
import { foldUnit, foldWord } from './text/characters.ts'
import { scan } from './text/tokens.ts'
import type { Findable, Passage } from './types.ts'

const MOST_SENTENCES = 3
const MOST_CHARACTERS = 420
const LEAD_CHARACTERS = 240
/** What a word in the heading counts beside one in the sentence. */
const UNDER = 0.6
/** Weaker readings find, but are not shown as matches. */
const MARKED_FROM = 0.32

interface Mark {
  start: number
  end: number
  /** Index of the term matched best. */
  term: number
  weight: number
}

interface Sentence {
  start: number
  end: number
  marks: Mark[]
  /** Of the heading that it stands under. */
  under: Mark[]
  isHeading: boolean
}

const BEGINNINGS = 4096
/** `second` is no number where a word has one letter. */
const placeOf = (first: number, second: number): number => (first * 61 + (second || 0)) & (BEGINNINGS - 1)

/** Which words of a text the question asked for, by any reading. */
export class Marker {
  readonly #terms: readonly Term[]
  #byWord = new Map<string, { term: number; weight: number }>()
  /** Beginnings of the words asked for, marked in a table: most other words need not be looked up. */
  #beginnings = new Uint8Array(BEGINNINGS)

  constructor(section: Section, terms: readonly Term[]) {
    this.#terms = terms
    terms.forEach(({ readings, stop }, term) => {
      if (stop) return
      for (const { stem, weight } of readings) {
        if (weight < MARKED_FROM) continue
        for (const word of section.vocabulary.wordsOfStem(stem)) this.#ask(section.vocabulary.word(word), term, weight)
      }
    })
  }

  #ask(word: string, term: number, weight: number): void {
    if (weight <= (this.#byWord.get(word)?.weight ?? 0)) return
    this.#byWord.set(word, { term, weight })
    this.#beginnings[placeOf(word.charCodeAt(0), word.charCodeAt(1))] = 1
  }

  /** Whether a word begins as one of those asked for, as far as two letters tell. */
  #mayBeAsked(text: string, from: number, to: number): boolean {
    const first = foldUnit(text.charCodeAt(from))
    const second = to > from + 1 ? foldUnit(text.charCodeAt(from + 1)) : ''
    if (first.length !== 1 || (second.length !== 1 && to > from + 1)) return true
    return this.#beginnings[placeOf(first.charCodeAt(0), second.charCodeAt(0))] === 1
  }

  worth(mark: Mark): number {
    const term = this.#terms[mark.term] as Term
    return term.idf * term.factor * mark.weight
  }

  sentences(text: string): Sentence[] {
    const sentences: Sentence[] = []
    let start = 0
    let marks: Mark[] = []
    scan(text, {
      word: (from, to) => {
        if (!this.#mayBeAsked(text, from, to)) return
        const asked = this.#byWord.get(foldWord(text.slice(from, to)))
        if (asked) marks.push({ start: from, end: to, ...asked })
      },
      sentence: (at) => {
        const piece = text.slice(start, at)
        const trimmed = piece.trim()
        const from = start + piece.indexOf(trimmed)
        if (trimmed !== '')
          sentences.push({ start: from, end: from + trimmed.length, marks, under: [], isHeading: false })
        start = at
        marks = []
      },
    })
    return sentences
  }

  marks(text: string): [number, number][] {
    return this.sentences(text).flatMap(({ marks }) => marks.map(({ start, end }): [number, number] => [start, end]))
  }
}

/** The first line, which says what a findable is. */
export function firstLineOf({ text }: Findable, marker: Marker): Passage[] {
  const line = text.split('\n', 1)[0] ?? ''
  return line === '' ? [] : [{ text: line, marks: marker.marks(line), start: 0 }]
}

/** The best quotations from a findable's text: at most `most`, best first, each of at most three sentences. */
export function passagesOf(findable: Findable, marker: Marker, most: number): Passage[] {
  const { text } = findable
  const sentences = underHeadings(marker.sentences(text), findable)
  const windows = windowsOf(sentences, marker)
  const chosen: typeof windows = []
  for (const window of windows) {
    if (chosen.length >= most || window.score < (chosen[0]?.score ?? 0) * 0.5) break
    if (chosen.every((other) => window.from > other.to || window.to < other.from)) chosen.push(window)
  }
  if (chosen.length === 0)
    return text.trim() === '' ? [] : [quote(findable, 0, Math.min(text.length, LEAD_CHARACTERS), [])]
  return chosen.map(({ from, to }) => {
    const inside = sentences.slice(from, to + 1)
    return quote(
      findable,
      (inside[0] as Sentence).start,
      (inside.at(-1) as Sentence).end,
      inside.flatMap(({ marks }) => marks),
    )
  })
}

/** A quotation does not run over a heading, but what the heading says counts for what stands under it. */
function underHeadings(sentences: Sentence[], { text, headings = [] }: Findable): Sentence[] {
  if (headings.length === 0) return sentences
  const known = new Set(headings.map((heading) => heading.trim()))
  let under: Mark[] = []
  for (const sentence of sentences) {
    sentence.isHeading = known.has(text.slice(sentence.start, sentence.end))
    if (sentence.isHeading) under = sentence.marks
    sentence.under = under
  }
  return sentences
}

interface Window {
  from: number
  to: number
  score: number
}

/** Runs of sentences that fit into a quotation and begin and end with a match, best first. */
function windowsOf(sentences: readonly Sentence[], marker: Marker): Window[] {
  const windows: Window[] = []
  sentences.forEach((first, from) => {
    if (first.isHeading || (first.marks.length === 0 && first.under.length === 0)) return
    const worth = new Map<number, number>()
    for (const mark of first.under) worth.set(mark.term, marker.worth(mark) * UNDER)
    for (let to = from; to < Math.min(sentences.length, from + MOST_SENTENCES); to++) {
      const last = sentences[to] as Sentence
      if (last.isHeading || (to > from && last.end - first.start > MOST_CHARACTERS)) break
      for (const mark of last.marks) worth.set(mark.term, Math.max(worth.get(mark.term) ?? 0, marker.worth(mark)))
      if (last.marks.length === 0 && to > from) continue
      const total = [...worth.values()].reduce((sum, value) => sum + value, 0)
      windows.push({ from, to, score: total / (1 + 0.06 * (to - from)) })
    }
  })
  return windows.sort((a, b) => b.score - a.score || a.from - b.from).map((window) => widened(window, sentences))
}

/** A short quotation takes in the sentence that follows, which often holds the answer. */
function widened(window: Window, sentences: readonly Sentence[]): Window {
  let { from, to } = window
  const fits = (a: number, b: number): boolean => {
    const [first, last] = [sentences[a], sentences[b]]
    if (b - a >= MOST_SENTENCES || !first || !last || first.isHeading || last.isHeading) return false
    return last.end - first.start <= MOST_CHARACTERS
  }
  while (fits(from, to + 1)) to++
  while (fits(from - 1, to)) from--
  return { from, to, score: window.score }
}

function quote(findable: Findable, start: number, end: number, marks: readonly Mark[]): Passage {
  const [from, to] = shortened(findable.text, start, end, marks)
  const inside = marks.filter((mark) => mark.start >= from && mark.end <= to)
  const heading = headingBefore(findable, from)
  return {
    text: findable.text.slice(from, to),
    marks: inside.map((mark): [number, number] => [mark.start - from, mark.end - from]),
    start: from,
    ...(findable.page !== undefined && { page: findable.page }),
    ...(heading !== undefined && { heading }),
  }
}

/** A sentence that is too long is cut between words around its matches. */
function shortened(text: string, start: number, end: number, marks: readonly Mark[]): [number, number] {
  if (end - start <= MOST_CHARACTERS * 1.5) return [start, end]
  const first = marks[0]?.start ?? start
  let from = Math.max(start, first - MOST_CHARACTERS / 4)
  let to = Math.min(end, from + MOST_CHARACTERS)
  while (from > start && from < first && !/\s/.test(text[from - 1] as string)) from++
  while (to > first && to < end && !/\s/.test(text[to] as string)) to--
  return [from, to]
}

function headingBefore({ text, headings }: Findable, at: number): string | undefined {
  let found: string | undefined
  let place = -1
  for (const heading of headings ?? []) {
    const start = text.lastIndexOf(heading, at)
    const isLine =
      start >= 0 &&
      start + heading.length < at &&
      (start === 0 || text[start - 1] === '\n') &&
      text[start + heading.length] === '\n'
    if (isLine && start > place) {
      place = start
      found = heading
    }
  }
  return found
}
