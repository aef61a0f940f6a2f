/** The languages of the interface, in the order in which they are offered. BCP 47 primary tags. */
export const LANGS = ['de', 'en', 'el'] as const

/** A language of the interface. Content may be in any of these; text in others is kept but not offered as interface. */
export type Lang = (typeof LANGS)[number]

/** Whether a string names a language of the interface. */
export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && (LANGS as readonly string[]).includes(value)
}

/**
 * The interface language for an `Accept-Language` header (RFC 9110, 12.5.4), restricted to what a portal offers.
 * Falls back to the portal's first language.
 */
export function negotiateLang(header: string | undefined, offered: readonly Lang[]): Lang {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.trim().toLowerCase().split('-')[0] ?? '', quality: quality ? Number(quality) : 1 }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  const match = wishes.find((wish) => isLang(wish.tag) && offered.includes(wish.tag))
  return (match?.tag as Lang | undefined) ?? offered[0] ?? 'de'
}
