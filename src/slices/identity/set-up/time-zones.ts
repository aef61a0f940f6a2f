import type { Lang } from '../../../kernel/lang.ts'

/** Every time zone by part of the world, as the runtime knows them (IANA). */
export function listTimeZones(): { group: string; zones: { value: string; label: string }[] }[] {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const value of Intl.supportedValuesOf('timeZone')) {
    const [group = value, ...place] = value.split('/')
    const zone = { value, label: (place.join(', ') || value).replaceAll('_', ' ') }
    groups.set(group, [...(groups.get(group) ?? []), zone])
  }
  return [...groups].map(([group, zones]) => ({ group, zones }))
}

/** Where somebody who reads this language most likely is: a suggestion, to be changed. */
export const LIKELY: Record<Lang, { timeZone: string; holidays: string }> = {
  de: { timeZone: 'Europe/Berlin', holidays: 'DE' },
  en: { timeZone: 'Europe/London', holidays: 'GB' },
  el: { timeZone: 'Europe/Athens', holidays: 'GR' },
}
