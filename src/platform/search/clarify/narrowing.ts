import type { Library } from '../library.ts'
import { bodyOf, headingOf, keywordOf, titleOf } from '../postings.ts'
import type { Section } from '../section.ts'
import { foldWord } from '../text/characters.ts'
import type { Narrowing } from '../types.ts'

/** Facets that everything has without carrying them. */
export const WORD = 'word'
export const TITLE = 'title'

/** A text speaks of something when the word stands in it as often as twice in a text of mean length. */
const OFTEN = 2
const LENGTH_COUNTS = 0.6

/** Whether a document is about a word: it stands in its title, headings or keywords, or often enough in its text. */
export function isAbout(section: Section, stem: number, ordinal: number): boolean {
  const packed = section.postings.find(stem, ordinal)
  if (packed === 0) return false
  if (titleOf(packed) + headingOf(packed) + keywordOf(packed) > 0) return true
  const mean = Math.max(1, (section.totals[3] as number) / Math.max(1, section.documents))
  const length = (section.lengths[3]?.at(ordinal) ?? 0) / mean
  return bodyOf(packed) / (1 - LENGTH_COUNTS + LENGTH_COUNTS * length) >= OFTEN
}

/** Whether a word stands in a document's title, headings or keywords. */
export function isNamed(section: Section, stem: number, ordinal: number): boolean {
  const packed = section.postings.find(stem, ordinal)
  return titleOf(packed) + headingOf(packed) + keywordOf(packed) > 0
}

/** The stem of a word as it is written, in a section; none when nothing there contains it. */
export function stemOfWritten(section: Section, written: string): number | undefined {
  const { vocabulary } = section
  const word = foldWord(written)
  const id = vocabulary.find(word)
  return id === undefined ? vocabulary.findStem(vocabulary.language.stem(word)) : vocabulary.stemOf(id)
}

/** The words that somebody said it is about: they belong to the question from then on. */
export const wordsSaid = (narrowed: readonly Narrowing[] = []): string[] =>
  narrowed.flatMap(({ facet, value }) => (facet === WORD && value !== undefined ? [value] : []))

/** Whether a document passes the answers given that are about words and titles; those about facets are filters. */
export function narrower(
  library: Library,
  narrowed: readonly Narrowing[] = [],
): (section: Section, ordinal: number) => boolean {
  const tests = narrowed.flatMap((narrowing) => {
    if (narrowing.facet === WORD) return [wordTest(narrowing)]
    return narrowing.facet === TITLE ? [titleTest(library, narrowing)] : []
  })
  return (section, ordinal) => tests.every((test) => test(section, ordinal))
}

type Test = (section: Section, ordinal: number) => boolean

function wordTest({ value, noneOf }: Narrowing): Test {
  const written = noneOf ?? [value]
  const bySection = new Map<Section, number[]>()
  return (section, ordinal) => {
    const stems = bySection.get(section) ?? written.flatMap((word) => stemOfWritten(section, word) ?? [])
    bySection.set(section, stems)
    return stems.some((stem) => isAbout(section, stem, ordinal)) === (noneOf === undefined)
  }
}

function titleTest(library: Library, { value, noneOf }: Narrowing): Test {
  const groups = new Set(
    (noneOf ?? [value]).flatMap((id) => {
      const place = library.place(id)
      return place ? [place.section.group.at(place.ordinal)] : []
    }),
  )
  return (section, ordinal) => groups.has(section.group.at(ordinal)) === (noneOf === undefined)
}
