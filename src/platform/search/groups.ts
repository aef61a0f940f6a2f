import type { Asker } from './asker.ts'
import type { Experienced } from './experience.ts'
import type { Library, Place } from './library.ts'
import type { Candidate } from './rank.ts'
import { languageOf } from './text/languages.ts'
import type { Findable, Lang, SearchQuery } from './types.ts'

const OTHER_LANGUAGE = 0.8
const HALF_LIFE = 730 * 86_400_000

/** What a candidate is worth besides its relevance: parts of the score, as factors. */
export interface Standing {
  candidate: Candidate
  score: number
  factors: { name: string; value: number }[]
}

export interface Grouped extends Standing {
  /** What is shown of the group: the version in the asker's language, when there is one. */
  shown: Place
  matchedLang: Lang | undefined
  more: number
}

export function standingOf(candidate: Candidate, query: SearchQuery, experience: Experienced): Standing {
  const card = candidate.section.card(candidate.ordinal)
  const factors: Standing['factors'] = []
  const weight = Math.max(0.25, Math.min(card.weight ?? 1, 4)) ** 0.3
  if (weight !== 1) factors.push({ name: 'weight', value: weight })
  const readers = experience.factor(candidate)
  if (readers !== 1) factors.push({ name: 'readers', value: readers })
  if (query.now !== undefined)
    factors.push({ name: 'age', value: 1 + 0.06 * 2 ** (-Math.max(0, query.now - card.updatedAt) / HALF_LIFE) })
  const isOther = candidate.section.vocabulary.language.code !== languageOf(query.lang).code
  if (isOther && query.langs !== 'all') factors.push({ name: 'language', value: OTHER_LANGUAGE })
  return {
    candidate,
    factors,
    score: factors.reduce((score, factor) => score * factor.value, Math.max(0, candidate.relevance)),
  }
}

/** One entry a group, at the place of its best member; the version in the asker's language is shown when there is one. */
export function groupsOf(
  library: Library,
  asker: Asker,
  query: SearchQuery,
  standings: readonly Standing[],
): Grouped[] {
  const entries = new Map<number, Grouped>()
  for (const standing of standings) {
    const { section, ordinal } = standing.candidate
    const number = section.group.at(ordinal)
    const known = entries.get(number)
    if (known) {
      if (section.card(ordinal).lang === cardOf(known.shown).lang) known.more++
      continue
    }
    const { lang } = section.card(ordinal)
    const version = lang === query.lang || query.langs === 'all' ? undefined : versionFor(library, asker, query, number)
    const shown = version ?? { section, ordinal }
    entries.set(number, { ...standing, shown, matchedLang: version ? lang : undefined, more: 0 })
  }
  return [...entries.values()]
}

/** The findable shown, without its text. */
export const cardOf = ({ section, ordinal }: Place): Findable => section.card(ordinal)

function versionFor(library: Library, asker: Asker, query: SearchQuery, group: number): Place | undefined {
  for (const id of library.members(group)) {
    const place = library.place(id)
    if (place && place.section.card(place.ordinal).lang === query.lang && asker.wants(place.section, place.ordinal)) {
      return place
    }
  }
  return undefined
}
