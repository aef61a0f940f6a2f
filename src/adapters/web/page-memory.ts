interface Remembered {
  value: Promise<unknown>
  until: number
}

/** Texts such as "back on Monday" and expiry follow the clock. Milliseconds. */
const LIFETIME = 60_000
const MOST = 2000

/**
 * What pages have found out and is the same for many readers: kept per process until something is committed that changes pages.
 * Whoever is signed in gets pages rendered for themselves, but out of what is already known.
 */
export function createPageMemory() {
  let known = new Map<string, Remembered>()
  return {
    remember<T>(key: string, work: () => Promise<T>): Promise<T> {
      const found = known.get(key)
      if (found && found.until > Date.now()) return found.value as Promise<T>
      if (known.size >= MOST) known = new Map()
      const value = work()
      const own = known
      own.set(key, { value, until: Date.now() + LIFETIME })
      // A failure is not remembered; who waits for it hears of it.
      value.catch(() => own.delete(key))
      return value
    },
    clear() {
      known = new Map()
    },
  }
}
