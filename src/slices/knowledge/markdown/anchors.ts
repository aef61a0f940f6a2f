/** A heading of a text, as contents lists show it. */
export interface Heading {
  /** Anchor, unique in the text. */
  id: string
  title: string
  /** 2 to 6. */
  level: number
}

/** Gives every heading an anchor made of its words; the second of the same words gets `-2`. */
export function createAnchors() {
  const given = new Map<string, number>()
  return (title: string): string => {
    const words = title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
    const base = words || 'part'
    const times = (given.get(base) ?? 0) + 1
    given.set(base, times)
    return times === 1 ? base : `${base}-${times}`
  }
}
