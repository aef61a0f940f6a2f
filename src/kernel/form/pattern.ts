/** What may be chosen freely in a pattern before trying takes too long: unbounded repeats, all choices together, and ways to combine them. */
const MOST_REPEATS = 3
const MOST_CHOICES = 20
const MOST_WAYS = 2.5e8
/** Texts are no longer, so that nothing repeats more often. */
const LONGEST_TEXT = 500

/**
 * Whether a regular expression is valid and cannot take long on a text of 500 characters: backtracking grows with repeats inside repeats and
 * with alternatives inside repeats, so neither is allowed, nor are look-arounds and back references.
 */
export function isSafePattern(regex: string): boolean {
  try {
    new RegExp(`^(?:${regex})$`, 'u')
  } catch {
    return false
  }
  const plain = regex.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\./gu, (escaped) =>
    /\\[1-9k]/.test(escaped) ? '\\1' : 'x',
  )
  if (plain.includes('\\1') || /\(\?(?!:)/.test(plain)) return false
  return isShallow(plain.replace(/\[[^\]]*\]/g, 'x').replace(/\(\?:/g, '('))
}

function isShallow(pattern: string): boolean {
  const groups: boolean[] = []
  let repeats = 0
  let choices = 0
  let ways = 1
  let closed = false
  for (const [piece] of pattern.matchAll(/\{\d+(?:,\d*)?\}|[\s\S]/g)) {
    const before = closed
    closed = false
    if (piece === '(') groups.push(false)
    else if (piece === ')') {
      const varied = groups.pop() ?? false
      if (varied && groups.length > 0) groups[groups.length - 1] = true
      closed = varied
    } else if (piece === '|' || isRepeat(piece)) {
      // A group that holds choices may come once or not at all, but not often.
      if (before && piece !== '?' && piece !== '|') return false
      if (/^(\*|\+|\{\d+,\})$/.test(piece)) repeats += 1
      if (!/^\{\d+\}$/.test(piece)) {
        choices += 1
        ways *= waysOf(piece)
        if (groups.length > 0) groups[groups.length - 1] = true
      }
    }
  }
  return repeats <= MOST_REPEATS && choices <= MOST_CHOICES && ways <= MOST_WAYS
}

/** How many ways a repeat or an alternative can go. */
function waysOf(piece: string): number {
  const [, least = '0', most] = /^\{(\d+),(\d*)\}$/.exec(piece) ?? []
  if (piece === '?' || piece === '|') return 2
  return most ? Math.min(Math.max(Number(most) - Number(least) + 1, 1), LONGEST_TEXT) : LONGEST_TEXT
}

function isRepeat(piece: string): boolean {
  return /^[*+?]$|^\{\d/.test(piece)
}

/** The pattern as it is applied: to the whole text. */
export function patternOf(regex: string): RegExp {
  return new RegExp(`^(?:${regex})$`, 'u')
}
