import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemGreek } from '@orama/stemmers/greek'
import type { Lang } from '../types.ts'
import { foldWord } from './characters.ts'
import { stopWordsOf } from './stop-words.ts'

/** How words of a language are read. */
export interface Language {
  code: Lang
  /** Folded word → stem. */
  stem(word: string): string
  isStop(word: string): boolean
  /** Words are written together (Wohnungsgeberbestätigung). */
  compounds: boolean
  /** Letters that join the parts of a compound. */
  links: readonly string[]
}

const plain = (code: Lang): Language => ({
  code,
  stem: (word) => word,
  isStop: () => false,
  compounds: false,
  links: [''],
})

const language = (code: Lang, stem: (word: string) => string, links: string[] = []): Language => {
  const stops = new Set(stopWordsOf(code).map(foldWord))
  return {
    code,
    stem: remembered((word) => (word.length < 3 || /\d/.test(word) ? word : foldWord(stem(word)) || word)),
    isStop: (word) => stops.has(word),
    compounds: links.length > 0,
    links: links.length > 0 ? links : [''],
  }
}

/** As many words as are remembered: those of the questions of a while. */
const REMEMBERED = 20_000

/** The same words are stemmed again and again: those of questions, and the ends that compounds are tried with. */
function remembered(stem: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>()
  return (word) => {
    const before = stems.get(word)
    if (before !== undefined) return before
    if (stems.size >= REMEMBERED) stems.clear()
    const made = stem(word)
    stems.set(word, made)
    return made
  }
}

const known = new Map<Lang, Language>([
  ['de', language('de', stemGerman, ['', 's', 'es', 'n', 'en', 'e', 'er'])],
  ['en', language('en', stemEnglish)],
  ['el', language('el', stemGreek)],
])

/** The language of a tag (`de-AT` is read as `de`); unknown ones are folded only. */
export function languageOf(tag: Lang): Language {
  const base = tag.toLowerCase().split('-')[0] ?? tag
  const found = known.get(base)
  if (found) return found
  const made = plain(base)
  known.set(base, made)
  return made
}
