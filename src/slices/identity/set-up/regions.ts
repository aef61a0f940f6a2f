import type { Lang } from '../../../kernel/lang.ts'

/** A region and what it is called. */
export interface Region {
  value: string
  label: string
}

/** Countries whose parts keep holidays of their own, and in which Theke is mostly used. Of others the whole country is offered. */
const IN_PARTS = ['DE', 'AT', 'CH', 'GB'] as const

/** Regions whose public holidays are known: a few countries with their parts, then all countries. Named in the reader's language. */
export async function listRegions(lang: Lang): Promise<{ group: string | null; regions: Region[] }[]> {
  const calendar = await holidays()
  const countries = calendar.getCountries(lang) ?? {}
  const byName = (a: Region, b: Region) => a.label.localeCompare(b.label, lang)
  const parts = IN_PARTS.map((country) => ({
    group: countries[country] ?? country,
    regions: [
      { value: country, label: countries[country] ?? country },
      ...toRegions(calendar.getStates(country, lang) ?? {}, `${country}-`).sort(byName),
    ],
  }))
  return [...parts, { group: null, regions: toRegions(countries, '').sort(byName) }]
}

/** What a region is called. */
export async function nameOfRegion(value: string, lang: Lang): Promise<string> {
  const [country = '', part] = value.split('-')
  const calendar = await holidays()
  const name = calendar.getCountries(lang)?.[country] ?? country
  return part ? `${calendar.getStates(country, lang)?.[part] ?? part}, ${name}` : name
}

/** Whether it is one of them; nothing chosen is one too. */
export async function isRegion(value: string): Promise<boolean> {
  if (value === '') return true
  const [country = '', part] = value.split('-')
  const calendar = await holidays()
  if (!(country in (calendar.getCountries() ?? {}))) return false
  return part === undefined || part in (calendar.getStates(country) ?? {})
}

function toRegions(names: Record<string, string>, prefix: string): Region[] {
  return Object.entries(names).map(([key, label]) => ({ value: prefix + key, label }))
}

/** The calendar is large, and needed once in the life of an installation. */
async function holidays() {
  const { default: Holidays } = await import('date-holidays')
  return new Holidays()
}
