import { cardOf, type Grouped } from '../groups.ts'
import type { Library } from '../library.ts'
import type { Section } from '../section.ts'
import { languageOf } from '../text/languages.ts'
import { type Clarification, MOST_CLARIFICATIONS, type SearchQuery } from '../types.ts'
import { facetAspects, titleAspect, wordAspect, writtenIn } from './aspects.ts'
import { type Choice, chooseQuestion, MOST_OPTIONS } from './choose.ts'
import { TITLE, WORD } from './narrowing.ts'

/** So many of what was found are told apart: what is further down is hardly ever meant. */
export const POOL = 120
/** As many as anybody reads anyway need no question. */
const FEW = 3
/** The titles of so many are seen in the list. */
const AT_A_GLANCE = 10

/** How likely the hit at a place is the one meant: (place + 1)^−DECAY. */
const DECAY = 0.9
/** Bits that asking costs: properties and words are answered at a glance; titles have to be read, and stand in the list as well. */
const COSTS: Readonly<Record<string, number>> = { [WORD]: 0.3, [TITLE]: 1.5 }
const COST_OF_FACET = 0.3

/** The question that separates best what was found; none when nothing separates it or three were answered already. */
export function clarificationOf(
  library: Library,
  query: SearchQuery,
  grouped: readonly Grouped[],
): Clarification | undefined {
  const answers = query.narrowed?.length ?? 0
  if (answers >= MOST_CLARIFICATIONS) return undefined
  const candidates = grouped.slice(0, POOL)
  if (candidates.length <= FEW) return undefined
  const probabilities = probabilitiesOf(candidates.length)
  const section = library.sections.get(languageOf(query.lang).code)
  const aspects = facetAspects(candidates, query)
  if (candidates.length > AT_A_GLANCE) aspects.push(titleAspect(candidates))
  if (section) aspects.push(wordAspect(candidates, probabilities, section, query))
  const aim = answers === 0 ? 'told' : 'seen'
  const choice = chooseQuestion(probabilities, aspects, (facet) => COSTS[facet] ?? COST_OF_FACET, aim)
  if (!choice) return undefined
  const members = aspects.find(({ facet }) => facet === choice.facet)?.values ?? new Map<string, readonly number[]>()
  const options = completed(choice, members)
    .map((value) => ({ value, having: (members.get(value) ?? []).map((place) => candidates[place] as Grouped) }))
    .sort((a, b) => b.having.length - a.having.length)
    .map(({ value, having }) => ({ ...optionOf(choice.facet, value, having, section), count: having.length }))
  return { facet: choice.facet, options, gain: choice.gain }
}

/** By place alone: scores of different questions do not compare. */
function probabilitiesOf(count: number): Float64Array {
  const chances = Float64Array.from({ length: count }, (_, place) => (place + 1) ** -DECAY)
  const all = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map((chance) => chance / all)
}

/** The few values of a property are all offered, also the one that would be known from none of the others. */
function completed({ facet, values }: Choice, members: ReadonlyMap<string, readonly number[]>): readonly string[] {
  return facet !== WORD && facet !== TITLE && members.size <= MOST_OPTIONS ? [...members.keys()] : values
}

function optionOf(
  facet: string,
  value: string,
  having: readonly Grouped[],
  section: Section | undefined,
): { value: string; label: string } {
  if (facet === TITLE) return { value, label: having[0] ? cardOf(having[0].shown).title : value }
  if (facet !== WORD || !section) return { value, label: value }
  const written = writtenIn(section, Number(value), having)
  return { value: written, label: written }
}
