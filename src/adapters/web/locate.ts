import type { Portal } from '../../kernel/identification.ts'
import { isLang, type Lang } from '../../kernel/lang.ts'

/** Where an address leads: portal, language and the path after both. */
export interface Place {
  portal: Portal
  /** null: the address names no language yet. */
  lang: Lang | null
  path: string
  /** Path in front of the language: empty for the default portal. */
  base: string
}

/**
 * Finds portal and language of an address: `/de/help` in the default portal (of this host), `/employees/de/help` in another.
 * @param pathname path without query, still encoded
 */
export function locate(portals: readonly Portal[], host: string, pathname: string): Place | null {
  const home =
    portals.find((portal) => portal.hosts.includes(host)) ?? portals.find((portal) => portal.isDefault) ?? portals[0]
  if (!home) return null
  const [first = '', second = '', ...rest] = pathname.slice(1).split('/')
  if (home.langs.includes(first as Lang))
    return { portal: home, lang: first as Lang, path: `/${[second, ...rest].join('/')}`, base: '' }
  const other = portals.find((portal) => portal !== home && portal.key === first)
  if (other) {
    const base = `/${other.key}`
    if (isLang(second) && other.langs.includes(second))
      return { portal: other, lang: second, path: `/${rest.join('/')}`, base }
    return { portal: other, lang: null, path: `/${[second, ...rest].filter(Boolean).join('/')}`, base }
  }
  return { portal: home, lang: null, path: pathname, base: '' }
}
