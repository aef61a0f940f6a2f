import { splitWord } from './compounds.ts'
import { everydayWords } from './everyday/words.ts'
import { relativesOf } from './relatives.ts'
import type { Section } from './section.ts'
import type { Synonyms } from './synonyms.ts'
import { foldWord } from './text/characters.ts'
import { readGreeklish } from './text/greek.ts'
import { scan } from './text/tokens.ts'
import type { MatchKind } from './types.ts'
import type { Weights } from './weights.ts'

/** One way to read a word of the question. */
export interface Reading {
  stem: number
  /** The word it stands for, when it is not the whole stem. */
  word: number
  weight: number
  how: MatchKind
}

/** A word of the question, or a part of one, with its readings in one language. */
export interface Term {
  /** Folded. */
  word: string
  start: number
  end: number
  /** Place among the words of the question. */
  place: number
  readings: Reading[]
  /** Rarity of what it was read as. */
  idf: number
  /** What it counts for besides its rarity: less for parts and guesses. */
  factor: number
  stop: boolean
  /** No reading is the word itself. */
  guessed: boolean
}

export interface Asked {
  section: Section
  /** Whether the asker may know of a stem: something they may read contains it. */
  isVisible: (stem: number) => boolean
  synonyms: Synonyms
  weights: Weights
  /** The last word is still being typed. */
  typing: boolean
  /** Whether words may be guessed: else only what is certain is read, as in a language that the question is not in. */
  guess: boolean
}

const MAX_TERMS = 30
const MOST_SMALL = 0.5

/** Reads a question in one language. Stop words are kept, marked, and count only when there is nothing else. */
export function readQuestion(text: string, asked: Asked): Term[] {
  const words: { word: string; start: number; end: number }[] = []
  scan(text, {
    word: (start, end) => words.push({ word: foldWord(text.slice(start, end)), start, end }),
    sentence: () => {},
  })
  const terms: Term[] = []
  const seen = new Set<string>()
  words.slice(0, MAX_TERMS * 2).forEach(({ word, start, end }, place) => {
    if (word === '' || seen.has(word) || terms.length >= MAX_TERMS) return
    seen.add(word)
    const last = asked.typing && end === text.length && place === words.length - 1
    terms.push(...readWord({ word, start, end, place }, asked, last))
  })
  for (const term of joined(words, asked)) terms.push(term)
  quieten(terms)
  return terms
}

/** Small words together count at most half of what the others count; where there are no others, they are all there is. */
function quieten(terms: readonly Term[]): void {
  const mass = (stop: boolean) =>
    terms.reduce((sum, term) => (term.stop === stop ? sum + term.idf * term.factor : sum), 0)
  if (terms.every((term) => term.stop)) {
    for (const term of terms) {
      term.stop = false
      term.factor = 1
    }
  } else {
    const share = Math.min(1, (mass(false) * MOST_SMALL) / Math.max(1e-6, mass(true)))
    for (const term of terms) if (term.stop) term.factor *= share
  }
}

function readWord(
  at: { word: string; start: number; end: number; place: number },
  asked: Asked,
  last: boolean,
): Term[] {
  const { section, weights, synonyms } = asked
  const { vocabulary } = section
  const language = vocabulary.language
  const term: Term = { ...at, readings: [], idf: 0, factor: 1, stop: language.isStop(at.word), guessed: false }
  const add = (stem: number | undefined, weight: number, how: MatchKind, word = -1) => {
    if (stem === undefined || weight <= 0 || !asked.isVisible(stem)) return
    const same = term.readings.find((reading) => reading.stem === stem)
    if (!same) term.readings.push({ stem, word, weight, how })
    else if (same.weight < weight) Object.assign(same, { weight, how, word })
  }
  for (const spelling of spellings(at.word, asked)) {
    const id = vocabulary.find(spelling)
    if (id === undefined) add(vocabulary.findStem(language.stem(spelling)), 1, 'stem')
    else add(vocabulary.stemOf(id), 1, 'exact')
    if (language.isStop(spelling)) term.stop = true
  }
  if (term.stop) {
    term.factor = weights.small
    return [weighted(term, asked)]
  }
  const isKnown = term.readings.length > 0
  for (const other of synonyms.of(at.word, language)) add(vocabulary.findStem(other), weights.synonym, 'synonym')
  for (const other of everydayWords.of(at.word, language)) add(vocabulary.findStem(other), weights.everyday, 'related')
  const relatives = asked.guess ? relativesOf(vocabulary, at.word, isKnown, weights.similarFrom) : []
  for (const { word, closeness, how } of relatives) {
    const weight =
      how === 'compound'
        ? weights.compound * closeness
        : how === 'typo'
          ? weights.typo * closeness
          : weights.similar * closeness ** weights.similarPower
    add(vocabulary.stemOf(word), weight, how, word)
  }
  if (last) for (const id of begunBy(at.word, asked)) add(vocabulary.stemOf(id), weights.prefix, 'prefix', id)
  prune(term, isKnown)
  term.guessed =
    !isKnown &&
    !term.readings.some(({ how }) => how === 'compound' || how === 'synonym' || how === 'related' || how === 'prefix')
  const parts = asked.guess && (language.compounds || !isKnown) ? partsOf(term, asked) : []
  return [weighted(term, asked), ...parts]
}

const MOST_BEGUN = 20

/** The most frequent words that begin so. */
function begunBy(start: string, { section: { vocabulary }, isVisible }: Asked): number[] {
  if (start.length < 2) return []
  const begun = vocabulary.trigrams
    .beginningWith(start)
    .filter((id) => vocabulary.word(id).startsWith(start) && isVisible(vocabulary.stemOf(id)))
  return begun.sort((a, b) => vocabulary.documents(b) - vocabulary.documents(a)).slice(0, MOST_BEGUN)
}

const MOST_READINGS = 24
const MOST_TYPOS = 3

/** A guess needs no more than the best few readings; certain ones come first. */
function prune(term: Term, isKnown: boolean): void {
  term.readings.sort((a, b) => b.weight - a.weight)
  let typos = 0
  const best = term.readings.find((reading) => reading.how === 'typo')?.weight ?? 0
  term.readings = term.readings
    .filter(({ how, weight }) =>
      how === 'typo' ? weight > best * 0.8 && typos++ < MOST_TYPOS : isKnown || how !== 'similar' || best === 0,
    )
    .slice(0, MOST_READINGS)
}

/** The word as typed, with umlauts typed as two letters, and read as Greek. */
function spellings(word: string, { section }: Asked): string[] {
  const { vocabulary } = section
  const code = vocabulary.language.code
  const known = vocabulary.find(word) !== undefined
  if (code === 'de' && !known && /[aou]e/.test(word)) {
    return [word, word.replace(/([ao])e/g, '$1').replace(/(?<![aeq])ue/g, 'u')]
  }
  if (code !== 'el' || known || !/[a-z]/.test(word)) return [word]
  const isBeginning = (start: string) =>
    vocabulary.trigrams.beginningWith(start).some((id) => vocabulary.word(id).startsWith(start))
  const read = readGreeklish(word, isBeginning)
  const exact = read.filter((greek) => vocabulary.find(greek) !== undefined)
  return [
    word,
    ...(exact.length > 0
      ? exact
      : read.filter((greek) => vocabulary.findStem(vocabulary.language.stem(greek)) !== undefined)),
  ]
}

function partsOf(term: Term, asked: Asked): Term[] {
  const { vocabulary } = asked.section
  const parts = splitWord(vocabulary, term.word, (id) => asked.isVisible(vocabulary.stemOf(id)))
  return parts.map((id) => {
    const readings: Reading[] = [{ stem: vocabulary.stemOf(id), word: -1, weight: 1, how: 'part' }]
    const whole = term.readings[0]
    // A document with the whole word has its parts as well.
    if (whole && whole.weight === 1) readings.push({ stem: whole.stem, word: -1, weight: 1, how: 'part' })
    return weighted({ ...term, readings, factor: asked.weights.part / Math.sqrt(parts.length), guessed: false }, asked)
  })
}

/** Two words of the question that are one word in the content (pass word, Passwort zurück). */
function* joined(words: readonly { word: string; start: number; end: number }[], asked: Asked): Generator<Term> {
  const { vocabulary } = asked.section
  for (let i = 1; i < words.length && i < MAX_TERMS; i++) {
    const [first, second] = [words[i - 1], words[i]]
    if (!first || !second || first.word.length + second.word.length < 5) continue
    for (const link of vocabulary.language.links.slice(0, 2)) {
      const word = first.word + link + second.word
      const id = vocabulary.find(word)
      const stem = id === undefined ? vocabulary.findStem(vocabulary.language.stem(word)) : vocabulary.stemOf(id)
      if (stem === undefined || !asked.isVisible(stem)) continue
      const readings: Reading[] = [{ stem, word: -1, weight: 1, how: 'compound' }]
      yield weighted(
        {
          word,
          start: first.start,
          end: second.end,
          place: i - 1,
          readings,
          idf: 0,
          factor: asked.weights.part,
          stop: false,
          guessed: false,
        },
        asked,
      )
      break
    }
  }
}

/** Sets how rare a term is: as rare as the most frequent of its good readings. */
function weighted(term: Term, { section, weights }: Asked): Term {
  let documents = 0
  for (const { stem, weight } of term.readings) documents = Math.max(documents, section.postings.count(stem) * weight)
  const all = section.documents
  term.idf = Math.log(1 + (all - documents + 0.5) / (Math.max(documents, 0.5) + 0.5))
  if (term.guessed) term.factor *= weights.unknown
  return term
}

/** How many words of a question a language knows as they are: small words count half. */
export function knownWords(text: string, section: Section, isVisible: (stem: number) => boolean): number {
  const { vocabulary } = section
  let known = 0
  scan(text, {
    word: (start, end) => {
      const word = foldWord(text.slice(start, end))
      if (vocabulary.language.isStop(word)) known += 0.5
      else {
        const id = vocabulary.find(word)
        if (id !== undefined && isVisible(vocabulary.stemOf(id))) known++
      }
    },
    sentence: () => {},
  })
  return known
}
