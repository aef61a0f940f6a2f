import type { Library } from './library.ts'
import type { SectionRanking } from './rank.ts'
import type { FacetCount } from './types.ts'

/** What scores below this share of the best first score is too far off to be counted. */
const COUNTED_FROM = 0.3

/** Counts groups and their facet values over everything found, each group once. */
export function countFacets(
  library: Library,
  rankings: readonly SectionRanking[],
): { total: number; facets: Record<string, FacetCount[]> } {
  let best = 0
  for (const { firstScores } of rankings) for (const score of firstScores) if (score > best) best = score
  const counted = new Uint8Array(library.groups.end)
  const byProfile = new Int32Array(library.profiles.end)
  let total = 0
  for (const { section, documents, firstScores } of rankings) {
    for (let i = 0; i < documents.length; i++) {
      if ((firstScores[i] as number) < best * COUNTED_FROM) continue
      const ordinal = documents[i] as number
      const group = section.group.at(ordinal)
      if (counted[group] === 1) continue
      counted[group] = 1
      total++
      const profile = section.profile.at(ordinal)
      byProfile[profile] = (byProfile[profile] as number) + 1
    }
  }
  return { total, facets: sum(library, byProfile) }
}

function sum(library: Library, byProfile: Int32Array): Record<string, FacetCount[]> {
  const facets = new Map<string, Map<string, number>>()
  const add = (facet: string, value: string, count: number) => {
    const values = facets.get(facet) ?? new Map<string, number>()
    facets.set(facet, values)
    values.set(value, (values.get(value) ?? 0) + count)
  }
  byProfile.forEach((count, number) => {
    if (count === 0) return
    const { kind, lang, facets: own } = library.profiles.value(number)
    add('kind', kind, count)
    add('lang', lang, count)
    for (const [facet, values] of Object.entries(own)) for (const value of new Set(values)) add(facet, value, count)
  })
  const listed = [...facets].map(([facet, values]): [string, FacetCount[]] => [
    facet,
    [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
  ])
  return Object.fromEntries(listed)
}
