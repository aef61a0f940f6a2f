import { cardOf, type Grouped } from '../groups.ts'
import { MAX_WORDS, type Section } from '../section.ts'
import { foldWord } from '../text/characters.ts'
import { scan } from '../text/tokens.ts'
import type { Narrowing, SearchQuery } from '../types.ts'
import { type Aspect, MOST_OPTIONS } from './choose.ts'
import { isAbout, isNamed, stemOfWritten, TITLE, WORD, wordsSaid } from './narrowing.ts'
import { nounsIn } from './nouns.ts'
import { poorStems } from './poor-words.ts'

/** Facets that say where and how something is kept rather than what it is. */
const NOT_ASKED = new Set(['portal', 'lang', 'kind', 'type'])

/** The facets that candidates carry, by value. Those that were asked about already are left out. */
export function facetAspects(candidates: readonly Grouped[], { narrowed = [], clarifyBy }: SearchQuery): Aspect[] {
  const asked = new Set(narrowed.filter(({ value }) => value !== undefined).map(({ facet }) => facet))
  const excluded = excludedBy(narrowed)
  const aspects = new Map<string, Map<string, number[]>>()
  candidates.forEach(({ shown }, place) => {
    for (const [facet, values] of Object.entries(cardOf(shown).facets ?? {})) {
      if (asked.has(facet) || (clarifyBy ? !clarifyBy.includes(facet) : NOT_ASKED.has(facet))) continue
      for (const value of new Set(values)) if (!excluded.has(`${facet} ${value}`)) note(aspects, facet, value, place)
    }
  })
  return [...aspects].map(([facet, values]) => ({ facet, values }))
}

const excludedBy = (narrowed: readonly Narrowing[]): Set<string> =>
  new Set(narrowed.flatMap(({ facet, noneOf = [] }) => noneOf.map((value) => `${facet} ${value}`)))

function note(aspects: Map<string, Map<string, number[]>>, facet: string, value: string, place: number): void {
  const values = aspects.get(facet) ?? new Map<string, number[]>()
  aspects.set(facet, values)
  const members = values.get(value)
  if (members) members.push(place)
  else values.set(value, [place])
}

/** The likeliest candidates themselves, by id. */
export function titleAspect(candidates: readonly Grouped[]): Aspect {
  const titled = candidates.flatMap(({ shown }, place): [string, number[]][] =>
    cardOf(shown).title.trim() === '' ? [] : [[cardOf(shown).id, [place]]],
  )
  return { facet: TITLE, values: new Map(titled.slice(0, MOST_OPTIONS)) }
}

const words = new Int32Array(MAX_WORDS * 2)
/** Three letters and no digit: else it is no word to answer by. */
const NAMEABLE = /^\p{L}[\p{L}-]{2,}$/u
/** So many words that split the candidates best are weighed against each other. */
const MOST_WEIGHED = 80
/** A word that nobody used in a title, a heading or as a keyword is harder to say yes or no to. */
const ONLY_IN_TEXT = 0.9
/** What is no noun names nothing: it is offered when there is nothing better. */
const NO_NOUN = 0.05
/** Texts that are read to tell nouns. */
const READ_FOR_NOUNS = 40

/** What candidates in one language are about: the stems, as text, that split them best. */
export function wordAspect(
  candidates: readonly Grouped[],
  probabilities: ArrayLike<number>,
  section: Section,
  query: SearchQuery,
): Aspect {
  const known = knownStems(candidates, section, query)
  const members = new Map<number, number[]>()
  candidates.forEach(({ shown }, place) => {
    if (shown.section !== section) return
    for (const stem of stemsOf(section, shown.ordinal)) {
      if (known.has(stem) || !isAbout(section, stem, shown.ordinal)) continue
      const list = members.get(stem)
      if (list) list.push(place)
      else members.set(stem, [place])
    }
  })
  const weighed = [...members]
    .filter(([stem, places]) => places.length < candidates.length && isNameable(section, stem))
    .map(([stem, places]) => ({ stem, places, worth: worthOf(places, probabilities) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_WEIGHED)
  const nouns = nounsIn(section, textsOf(candidates, section))
  for (const one of weighed) {
    if (nouns.get(one.stem) === false) one.worth *= NO_NOUN
    if (!one.places.some((place) => isNamed(section, one.stem, (candidates[place] as Grouped).shown.ordinal)))
      one.worth *= ONLY_IN_TEXT
  }
  weighed.sort((a, b) => b.worth - a.worth)
  return {
    facet: WORD,
    values: new Map(weighed.slice(0, MOST_WEIGHED / 2).map(({ stem, places }) => [`${stem}`, places])),
  }
}

/** Words of the question and of earlier answers tell nothing any more. */
function knownStems(candidates: readonly Grouped[], section: Section, { narrowed = [] }: SearchQuery): Set<number> {
  const known = new Set<number>()
  const terms = candidates.find(({ candidate }) => candidate.section === section)?.candidate.terms ?? []
  for (const { readings } of terms) for (const { stem, weight } of readings) if (weight >= 0.5) known.add(stem)
  const said = [...wordsSaid(narrowed), ...narrowed.flatMap(({ facet, noneOf = [] }) => (facet === WORD ? noneOf : []))]
  for (const word of said) {
    const stem = stemOfWritten(section, word)
    if (stem !== undefined) known.add(stem)
  }
  return known
}

function stemsOf(section: Section, ordinal: number): Set<number> {
  const { vocabulary } = section
  const stems = new Set<number>()
  const length = section.read(ordinal, words)
  for (let i = 0; i < length; i++) {
    const word = words[i] as number
    if (word < 0 || vocabulary.isStop(word) || !NAMEABLE.test(vocabulary.word(word))) continue
    stems.add(vocabulary.stemOf(word))
  }
  return stems
}

function* textsOf(candidates: readonly Grouped[], section: Section): Generator<string> {
  for (const { shown } of candidates.slice(0, READ_FOR_NOUNS))
    if (shown.section === section) yield section.findable(shown.ordinal).text
}

/** Among so few things every word may tell something. */
const FEW = 40
/** What more than this share of everything contains says nothing about any of it. */
const MOST_CONTAIN = 0.4

/** A word that somebody could say yes or no to: neither a small nor an everyday one, nor one that stands nearly everywhere. */
function isNameable({ vocabulary, postings, documents }: Section, stem: number): boolean {
  if (documents > FEW && postings.count(stem) > documents * MOST_CONTAIN) return false
  return !poorStems(vocabulary.language).has(vocabulary.stemText(stem))
}

/** How evenly it splits: most for half of the probability. */
function worthOf(places: readonly number[], probabilities: ArrayLike<number>): number {
  let mass = 0
  for (const place of places) mass += probabilities[place] as number
  return mass * (1 - mass)
}

/** A stem as somebody wrote it: in a title if possible, else in the text of the likeliest candidate that has it. */
export function writtenIn(section: Section, stem: number, candidates: readonly Grouped[]): string {
  const inTitle = candidates.map(({ shown }) => (shown.section === section ? cardOf(shown).title : ''))
  for (const title of inTitle) {
    const written = wordWith(title, section, stem)
    if (written) return written
  }
  for (const { shown } of candidates) {
    if (shown.section !== section || section.postings.find(stem, shown.ordinal) === 0) continue
    const written = wordWith(section.findable(shown.ordinal).text, section, stem)
    if (written) return written
  }
  return section.vocabulary.form(section.vocabulary.wordsOfStem(stem)[0] as number)
}

function wordWith(text: string, { vocabulary }: Section, stem: number): string | undefined {
  let found: string | undefined
  scan(text, {
    word: (start, end) => {
      if (found !== undefined) return
      const id = vocabulary.find(foldWord(text.slice(start, end)))
      if (id !== undefined && vocabulary.stemOf(id) === stem) found = text.slice(start, end)
    },
    sentence: () => {},
  })
  return found
}
