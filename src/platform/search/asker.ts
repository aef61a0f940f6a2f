import { narrower, TITLE, WORD } from './clarify/narrowing.ts'
import type { Access, Library, Profile } from './library.ts'
import type { Section } from './section.ts'
import type { SearchQuery } from './types.ts'

/** The rule of who finds what: their own things, and what is for everybody or for an audience of theirs. */
export interface Asker {
  mayFind(section: Section, ordinal: number): boolean
  /** May be found, and is of a kind and with values that the query asks for. */
  wants(section: Section, ordinal: number): boolean
  /** Whether anything that may be found contains the stem: else the asker may not learn that the word exists. */
  knows(section: Section, stem: number): boolean
  /** The same for one written form of the stem. */
  knowsWord(section: Section, word: number): boolean
}

const UNKNOWN = 0
const YES = 1
const NO = 2
const MOST_READ = 200

export function askerOf(
  library: Library,
  query: Pick<SearchQuery, 'audiences' | 'person' | 'kinds' | 'filters' | 'narrowed'>,
): Asker {
  const access = new Uint8Array(library.accesses.end)
  const profile = new Uint8Array(library.profiles.end)
  const known = new Map<Section, Map<number, boolean>>()
  const mayFind = (section: Section, ordinal: number): boolean => {
    const number = section.access.at(ordinal)
    if (access[number] === UNKNOWN) access[number] = isAllowed(library.accesses.value(number), query) ? YES : NO
    return access[number] === YES
  }
  const filters = Object.entries(query.filters ?? {}).filter(([, values]) => values.length > 0)
  const answers = (query.narrowed ?? []).filter(({ facet }) => facet !== WORD && facet !== TITLE)
  const isNarrow = narrower(library, query.narrowed)
  const fits = (number: number): boolean => {
    const profile = library.profiles.value(number)
    if (query.kinds && !query.kinds.includes(profile.kind)) return false
    const hasSome = (facet: string, values: readonly string[]) => {
      const own = valuesOf(profile, facet)
      return values.some((value) => own.includes(value))
    }
    return (
      filters.every(([facet, values]) => hasSome(facet, values)) &&
      answers.every(({ facet, value, noneOf }) => (noneOf ? !hasSome(facet, noneOf) : hasSome(facet, [value])))
    )
  }
  const wants = (section: Section, ordinal: number): boolean => {
    if (!mayFind(section, ordinal)) return false
    const number = section.profile.at(ordinal)
    if (profile[number] === UNKNOWN) profile[number] = fits(number) ? YES : NO
    return profile[number] === YES && isNarrow(section, ordinal)
  }
  return {
    mayFind,
    wants,
    knows(section, stem) {
      const memory = known.get(section) ?? new Map<number, boolean>()
      known.set(section, memory)
      const before = memory.get(stem)
      if (before !== undefined) return before
      const answer = someDocument(section, stem, (ordinal) => mayFind(section, ordinal))
      memory.set(stem, answer)
      return answer
    },
    knowsWord(section, word) {
      let read = 0
      return someDocument(section, section.vocabulary.stemOf(word), (ordinal) => {
        if (read >= MOST_READ || !mayFind(section, ordinal)) return false
        read++
        return section.wordsOf(ordinal).includes(word)
      })
    },
  }
}

function valuesOf({ kind, lang, facets }: Profile, facet: string): readonly string[] {
  if (facet === 'kind') return [kind]
  return facet === 'lang' ? [lang] : (facets[facet] ?? [])
}

function isAllowed(
  { audience, owner, readers }: Access,
  { audiences, person }: Pick<SearchQuery, 'audiences' | 'person'>,
): boolean {
  if (owner !== undefined) return owner === person || (!!person && readers !== undefined && readers.includes(person))
  return audience === null || audiences.has(audience)
}

function someDocument(section: Section, stem: number, test: (ordinal: number) => boolean): boolean {
  const pool = section.postings.pool
  const start = section.postings.start(stem)
  const end = start + section.postings.count(stem) * 2
  for (let i = start; i < end; i += 2) if (test(pool[i] as number)) return true
  return false
}
