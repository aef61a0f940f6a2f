import type { Filter } from '../../../ui/components/FilterList.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { FACETS, type FacetName } from '../found.ts'
import { kindName } from './kind-name.ts'

/** Names of a facet in the address. */
const PARAMETER: Record<FacetName, string> = {
  kind: 'kind',
  category: 'category',
  product: 'product',
  tag: 'tag',
  lang: 'in',
}

/** What is chosen, by facet. */
export type Chosen = Record<FacetName, string[]>

type Facets = Record<string, { value: string; count: number; name: string | null }[]>

/** The chosen filters of an address. */
export function chosenIn(call: PageCall): Chosen {
  const chosen = {} as Chosen
  for (const facet of FACETS) chosen[facet] = call.queryAll(PARAMETER[facet]).filter(Boolean).slice(0, 20)
  return chosen
}

/** Address of the search with these filters. */
export function searchUrl(
  call: PageCall,
  q: string,
  chosen: Partial<Chosen> = {},
  extra: Record<string, string | readonly string[]> = {},
): string {
  const query = new URLSearchParams({ q })
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) query.append(PARAMETER[facet], value)
  for (const [name, values] of Object.entries(extra)) for (const value of [values].flat()) query.append(name, value)
  return `${call.url('/search')}?${query}`
}

/** Groups of filters with counts, as links. A facet with one value only, that would narrow nothing, is left out. */
export function filterGroups(
  call: PageCall,
  q: string,
  facets: Facets,
  chosen: Chosen,
  narrowed: readonly string[],
  total: number,
): { title: string; filters: Filter[] }[] {
  const { t, format } = call
  return FACETS.map((facet) => {
    const values = facets[facet] ?? []
    const useful = values
      .filter(({ value, count }) => count < total || chosen[facet].includes(value))
      .slice(0, facet === 'tag' ? 8 : 12)
    return {
      title: t(`answers.facet.${facet}`),
      filters: useful.map(({ value, count, name }) => {
        const on = chosen[facet].includes(value)
        const next = {
          ...chosen,
          [facet]: on ? chosen[facet].filter((one) => one !== value) : [...chosen[facet], value],
        }
        return {
          label: label(facet, value, name),
          count: format.number(count),
          href: searchUrl(call, q, next, { c: narrowed }),
          on,
        }
      }),
    }
  })

  function label(facet: FacetName, value: string, name: string | null): string {
    if (facet === 'kind') return name ?? kindName(t, value)
    if (facet === 'lang' && (value === 'de' || value === 'en' || value === 'el')) return t(`answers.language.${value}`)
    return name ?? value
  }
}
