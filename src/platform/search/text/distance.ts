const rows = [
  'qwertzuiopü',
  'asdfghjklöä',
  'yxcvbnm',
  'qwertyuiop',
  'zxcvbnm',
  ';ςερτυθιοπ',
  'ασδφγηξκλ',
  'ζχψωβνμ',
  '1234567890',
]
const pair = (a: number, b: number): number => a * 0x10000 + b
const neighbours = new Set<number>()
for (const row of rows)
  for (let i = 1; i < row.length; i++) {
    const [a, b] = [row.charCodeAt(i - 1), row.charCodeAt(i)]
    neighbours.add(pair(a, b)).add(pair(b, a))
  }

const NEAR = 0.7
const SWAP = 0.7
const DOUBLE = 0.7
const LONGEST = 64
const lines = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)] as const

/**
 * What it takes to turn one word into another: 1 a letter more, less or other; less for a neighbouring key, two letters
 * swapped, and a letter doubled or not. Above `limit` the answer is only known to be above it.
 */
export function typingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) * DOUBLE > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1
  let [before, previous, current] = lines as readonly [Float64Array, Float64Array, Float64Array]
  for (let j = 0; j <= b.length; j++)
    previous[j] =
      j > 1 && b[j - 1] === b[j - 2]
        ? (previous[j - 1] as number) + DOUBLE
        : j === 0
          ? 0
          : (previous[j - 1] as number) + 1
  for (let i = 1; i <= a.length; i++) {
    const x = a.charCodeAt(i - 1)
    const xBefore = i > 1 ? a.charCodeAt(i - 2) : -1
    const less = x === xBefore ? DOUBLE : 1
    current[0] = (previous[0] as number) + less
    let least = current[0] as number
    for (let j = 1; j <= b.length; j++) {
      const y = b.charCodeAt(j - 1)
      const yBefore = j > 1 ? b.charCodeAt(j - 2) : -1
      let cost = (previous[j - 1] as number) + (x === y ? 0 : neighbours.has(pair(x, y)) ? NEAR : 1)
      const without = (previous[j] as number) + less
      if (without < cost) cost = without
      const more = (current[j - 1] as number) + (y === yBefore ? DOUBLE : 1)
      if (more < cost) cost = more
      if (x === yBefore && y === xBefore && (before[j - 2] as number) + SWAP < cost)
        cost = (before[j - 2] as number) + SWAP
      current[j] = cost
      if (cost < least) least = cost
    }
    // A swap may still reach back over this line.
    if (least > limit + SWAP) return limit + 1
    ;[before, previous, current] = [previous, current, before]
  }
  return previous[b.length] as number
}
