import type { Asker } from './asker.ts'
import { FEATURE_COUNT } from './closer.ts'
import type { Library } from './library.ts'
import type { Term } from './question.ts'
import type { Candidate, SectionRanking } from './rank.ts'
import type { Section } from './section.ts'
import type { Experience } from './types.ts'

/** What a word that always led to a thing adds to its relevance (about what finding the word in the title does), and takes at most. */
const WORTH = 0.5
const MOST_TAKEN = 0.25
/** So much evidence is half believed. */
const HALF_BELIEVED = 5
/** A thing whose readers all still needed somebody keeps this share of its score. */
const FLOOR = 0.7
/** Readers who are taken to have been helped before any is known. */
const BENEFIT_OF_DOUBT = 10
/** Less is not worth a place among the candidates for something that does not contain a word of the question. */
const ADDED_FROM = 0.15
const MOST_ADDED = 10

interface Evidence {
  helped: number
  failed: number
}

/** What readers' experience says about things, by word and by itself. */
export class Experienced {
  readonly #words = new Map<string, Map<string, Evidence>>()
  readonly #readers = new Map<string, { helped: number; needed: number }>()

  constructor({ words, readers }: Experience = { words: [], readers: [] }) {
    for (const { lang, word, group, helped, failed } of words) {
      const key = `${lang} ${word}`
      const groups = this.#words.get(key) ?? new Map<string, Evidence>()
      this.#words.set(key, groups)
      groups.set(group, { helped, failed })
    }
    for (const { group, helped, needed } of readers) this.#readers.set(group, { helped, needed })
  }

  /** Factor for what readers of a thing say by themselves: from the floor to 1. */
  factor({ section, ordinal }: Candidate): number {
    if (this.#readers.size === 0) return 1
    const readers = this.#readers.get(groupKey(section, ordinal))
    if (!readers) return 1
    const { helped, needed } = readers
    return 1 - (1 - FLOOR) * (needed / (helped + needed + BENEFIT_OF_DOUBT))
  }

  /** The evidence behind a thing's place, for editors. */
  evidence(terms: readonly Term[], section: Section, group: string) {
    const words = terms.flatMap(({ word, stop }) => {
      const found = stop ? undefined : this.#groupsOf(section, word)?.get(group)
      return found ? [{ word, ...found }] : []
    })
    const readers = this.#readers.get(group)
    return words.length > 0 || readers ? { words, readers: readers ?? { helped: 0, needed: 0 } } : undefined
  }

  /** Moves candidates by what was of use after the words of the question, and adds what was of use without containing them. */
  move(library: Library, asker: Asker, ranking: SectionRanking): void {
    if (this.#words.size === 0) return
    const byGroup = this.#gains(ranking)
    if (byGroup.size === 0) return
    const left = new Map(byGroup)
    for (const candidate of ranking.candidates) {
      const group = groupKey(candidate.section, candidate.ordinal)
      const gain = byGroup.get(group)
      left.delete(group)
      if (gain === undefined) continue
      candidate.experience = gain
      candidate.relevance += gain
    }
    const added = [...left].filter(([, gain]) => gain >= ADDED_FROM).sort((a, b) => b[1] - a[1])
    for (const [group, gain] of added.slice(0, MOST_ADDED)) {
      const candidate = candidateOf(library, asker, ranking, group, gain)
      if (candidate) ranking.candidates.push(candidate)
    }
    ranking.candidates.sort((a, b) => b.relevance - a.relevance)
  }

  /** Group → what it gains, as a share of what was asked. */
  #gains({ section, terms }: SectionRanking): Map<string, number> {
    const gains = new Map<string, number>()
    let mass = 0
    for (const { word, stop, idf, factor } of terms) {
      // Parts and joined words repeat what their word has said.
      if (stop || factor < 0.75) continue
      const worth = Math.max(idf * factor, 1)
      mass += worth
      for (const [group, { helped, failed }] of this.#groupsOf(section, word) ?? []) {
        const balance = helped - failed
        gains.set(group, (gains.get(group) ?? 0) + (worth * balance) / (Math.abs(balance) + HALF_BELIEVED))
      }
    }
    for (const [group, gain] of gains) gains.set(group, Math.max(-MOST_TAKEN, (WORTH * gain) / mass))
    return gains
  }

  #groupsOf({ vocabulary: { language } }: Section, word: string): ReadonlyMap<string, Evidence> | undefined {
    return this.#words.get(`${language.code} ${language.stem(word)}`)
  }
}

/** The group of a document, as its findable names it. */
export const groupKey = (section: Section, ordinal: number): string => {
  const card = section.card(ordinal)
  return card.group ?? card.id
}

function candidateOf(
  library: Library,
  asker: Asker,
  { section, terms }: SectionRanking,
  group: string,
  gain: number,
): Candidate | undefined {
  const number = library.groups.find(group)
  const ids = number === undefined ? [group] : library.members(number)
  for (const id of ids) {
    const place = library.place(id)
    if (place?.section !== section || !asker.wants(section, place.ordinal)) continue
    const features = new Float64Array(FEATURE_COUNT)
    return { section, ordinal: place.ordinal, terms, features, relevance: gain, experience: gain }
  }
  return undefined
}
