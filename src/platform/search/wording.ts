import type { SlotValue } from '../../kernel/answerable.ts'
import type { Lang } from '../../kernel/lang.ts'
import { everydayWords } from './everyday/words.ts'
import { forgiven } from './relatives.ts'
import { foldWord } from './text/characters.ts'
import { typingDistance } from './text/distance.ts'
import { readGreeklish } from './text/greek.ts'
import { type Language, languageOf } from './text/languages.ts'
import { scan } from './text/tokens.ts'

/** A word of a wording, or a slot. */
interface WordingTerm {
  word: string
  stem: string
  weight: number
}

/** A question or an example, as it is compared with others. */
export interface Wording {
  terms: WordingTerm[]
  /** Names of the slots in it. */
  slots: string[]
  /** It speaks of the one who asks. */
  isOwn: boolean
}

/** How wordings of a language are read, and the words that its examples use. */
export interface WordingLanguage {
  language: Language
  words: ReadonlySet<string>
  beginnings: ReadonlySet<string>
  own: ReadonlySet<string>
}

const OWN: Record<Lang, string> = {
  de: 'ich mein meine meinem meinen meiner meines mir mich wir unser unsere unserem unseren unserer',
  en: 'i my mine me we our ours i’ve i’m',
  el: 'εγώ μου με μας έχω κάνω θα πληρώνω χρωστάω έστειλα έγραψα ζήτησα έχουμε',
}

const SMALL = 0.3
/** A value that is found, such as a reference, says more than any word. */
const SLOT = 3
/** What a slip, or an everyday word for the same, counts for. */
const SLIP = 0.85
const SYNONYM = 0.8
/** An example that speaks of the asker, and a question that does not. */
const IMPERSONAL = 0.85

export function wordingLanguage(lang: Lang, examples: readonly string[]): WordingLanguage {
  const words = new Set<string>()
  for (const example of examples) for (const { word } of wordsOf(withoutSlots(example))) words.add(word)
  const beginnings = new Set<string>()
  for (const word of words) for (let i = 1; i <= word.length; i++) beginnings.add(word.slice(0, i))
  return { language: languageOf(lang), words, beginnings, own: new Set(OWN[lang].split(' ').map(foldWord)) }
}

/** Reads a wording; slots are `{name}` in examples, and places of values in questions. */
export function readWording(
  text: string,
  { language, words, beginnings, own }: WordingLanguage,
  values: [string, SlotValue][],
): Wording {
  const slots = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  let plain = withoutSlots(text)
  for (const [name, { start, end }] of values) {
    slots.push(name)
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  }
  const terms: WordingTerm[] = slots.map((name) => ({ word: `{${name}}`, stem: `{${name}}`, weight: SLOT }))
  let isOwn = false
  for (const { word: typed } of wordsOf(plain)) {
    const word = greekOf(typed)
    if (own.has(word)) isOwn = true
    terms.push({ word, stem: language.stem(word), weight: language.isStop(word) ? SMALL : 1 })
  }
  return { terms, slots, isOwn: isOwn || slots.length > 0 }

  /** Greek typed in Latin letters, as far as the examples know the word. */
  function greekOf(word: string): string {
    if (language.code !== 'el' || !/[a-z]/.test(word)) return word
    return readGreeklish(word, (start) => beginnings.has(start)).find((greek) => words.has(greek)) ?? word
  }
}

/** How alike two wordings are, 0..1: the share of what their words weigh that has a counterpart in the other (Dice). */
export function likeness(question: Wording, example: Wording, { language }: WordingLanguage): number {
  const taken = new Set<number>()
  let common = 0
  for (const term of question.terms) {
    let best = 0
    let place = -1
    example.terms.forEach((other, n) => {
      if (taken.has(n)) return
      const closeness = closenessOf(term, other, language)
      if (closeness > best) [best, place] = [closeness, n]
    })
    if (place < 0) continue
    taken.add(place)
    common += best * Math.min(term.weight, (example.terms[place] as WordingTerm).weight)
  }
  const mass = (wording: Wording) => wording.terms.reduce((sum, { weight }) => sum + weight, 0)
  const whole = mass(question) + mass(example)
  if (whole === 0) return 0
  return ((2 * common) / whole) * (example.isOwn && !question.isOwn ? IMPERSONAL : 1)
}

function closenessOf(a: WordingTerm, b: WordingTerm, language: Language): number {
  if (a.stem === b.stem || a.word === b.word) return 1
  if (a.weight !== b.weight || a.word.startsWith('{') || b.word.startsWith('{')) return 0
  const limit = a.weight === 1 ? forgiven(Math.min(a.word.length, b.word.length)) : 0
  if (limit > 0 && typingDistance(a.word, b.word, limit) <= limit) return SLIP
  for (const other of everydayWords.of(a.word, language)) if (other === b.stem) return SYNONYM
  return 0
}

const withoutSlots = (text: string) => text.replace(/\{\w+\}/g, ' ')

function wordsOf(text: string): { word: string }[] {
  const words: { word: string }[] = []
  scan(text, {
    word: (start, end) => {
      const word = foldWord(text.slice(start, end))
      if (word !== '') words.push({ word })
    },
    sentence: () => {},
  })
  return words
}
