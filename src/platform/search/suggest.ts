import { type Asker, askerOf } from './asker.ts'
import type { Library } from './library.ts'
import { Marker } from './passages.ts'
import { keywordOf, titleOf } from './postings.ts'
import { readQuestion, type Term } from './question.ts'
import type { Ranker } from './rank.ts'
import type { Section } from './section.ts'
import { languageOf } from './text/languages.ts'
import type { Suggestion, SuggestQuery } from './types.ts'

const MOST = 20
const OTHER_LANGUAGE = 0.7

interface Title {
  section: Section
  ordinal: number
  terms: readonly Term[]
  score: number
}

/** Titles that what has been typed may become; the last word is taken as a beginning. */
export function suggest(library: Library, ranker: Ranker, query: SuggestQuery): Suggestion[] {
  const limit = Math.max(0, Math.min(query.limit ?? 8, MOST))
  const asker = askerOf(library, query)
  const own = languageOf(query.lang).code
  const titles = [...library.sections.values()].flatMap((section) =>
    titlesOf(query.text, section, asker, ranker, section.vocabulary.language.code === own).map((title) => ({
      ...title,
      score: title.score * (section.vocabulary.language.code === own ? 1 : OTHER_LANGUAGE),
    })),
  )
  titles.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
  const groups = new Set<number>()
  const suggestions: Suggestion[] = []
  for (const { section, ordinal, terms } of titles) {
    if (suggestions.length >= limit) break
    const group = section.group.at(ordinal)
    if (groups.has(group)) continue
    groups.add(group)
    const doc = section.findable(ordinal)
    suggestions.push({ text: doc.title, marks: new Marker(section, terms).marks(doc.title), doc })
  }
  return suggestions
}

function titlesOf(text: string, section: Section, asker: Asker, ranker: Ranker, isOwn: boolean): Title[] {
  const { synonyms, weights } = ranker
  const terms = readQuestion(text, {
    section,
    isVisible: (stem) => asker.knows(section, stem),
    synonyms,
    weights,
    typing: true,
    guess: isOwn,
  })
  const scores = new Map<number, number>()
  let most = 0
  for (const term of terms) {
    if (term.stop) continue
    if (term.factor === 1) most += term.idf
    for (const [ordinal, weight] of weightsOf(term, section, asker))
      scores.set(ordinal, (scores.get(ordinal) ?? 0) + weight * term.idf * term.factor)
  }
  return [...scores]
    .filter(([, score]) => score >= most * 0.4)
    .map(([ordinal, score]) => {
      const card = section.card(ordinal)
      return {
        section,
        ordinal,
        terms,
        score:
          (score * Math.max(0.25, Math.min(card.weight ?? 1, 4)) ** 0.3) /
          (1 + 0.05 * (section.lengths[0]?.at(ordinal) ?? 0)),
      }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST * 2)
}

/** For each document with a reading of the term in its title or keywords the weight of the best one. */
function weightsOf(term: Term, section: Section, asker: Asker): Map<number, number> {
  const best = new Map<number, number>()
  const pool = section.postings.pool
  for (const { stem, weight } of term.readings) {
    const start = section.postings.start(stem)
    const end = start + section.postings.count(stem) * 2
    for (let i = start; i < end; i += 2) {
      const packed = pool[i + 1] as number
      const field = titleOf(packed) > 0 ? 1 : keywordOf(packed) > 0 ? 0.7 : 0
      const ordinal = pool[i] as number
      if (field > 0 && weight * field > (best.get(ordinal) ?? 0) && asker.wants(section, ordinal))
        best.set(ordinal, weight * field)
    }
  }
  return best
}
