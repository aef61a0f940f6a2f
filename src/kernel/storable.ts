import { refuse } from './refusal.ts'

/** Nobody fills in anything that lies deeper; programs do, so that whoever walks it has no room left. */
const DEEPEST = 100

/**
 * Input in which every text can be kept: half characters (lone surrogates) become U+FFFD, and the character NUL, which no database and no
 * file name takes, falls away. The same value when there is nothing to mend, which is nearly always.
 * Refuses what lies deeper than any form.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw refuse.invalid([{ path: [], key: 'refusal.form' }])
  if (typeof value === 'string') return isStorable(value) ? value : value.toWellFormed().replaceAll('\0', '')
  if (Array.isArray(value)) {
    const mended = value.map((one) => storable(one, depth + 1))
    return mended.some((one, n) => one !== value[n]) ? mended : value
  }
  if (!isPlain(value)) return value
  const entries = Object.entries(value)
  const mended = entries.map(([key, one]) => [storable(key) as string, storable(one, depth + 1)] as const)
  return mended.some(([key, one], n) => key !== entries[n]?.[0] || one !== entries[n]?.[1])
    ? Object.fromEntries(mended)
    : value
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Not dates, streams and the like, which are what they are. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
