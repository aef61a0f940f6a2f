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
const neighbours = new Set<string>()
for (const row of rows)
  for (let i = 1; i < row.length; i++) neighbours.add(`${row[i - 1]}${row[i]}`).add(`${row[i]}${row[i - 1]}`)

const NEAR = 0.7
const SWAP = 0.7
const DOUBLE = 0.7

/**
 * What it takes to turn one word into another: 1 a letter more, less or other; less for a neighbouring key, two letters
 * swapped, and a letter doubled or not. Above `limit` the answer is only known to be above it.
 */
export function typingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit / DOUBLE) return limit + 1
  let before = new Float64Array(b.length + 1)
  let previous = Float64Array.from({ length: b.length + 1 }, (_, j) => j)
  let current = new Float64Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const x = a[i - 1] as string
      const y = b[j - 1] as string
      const other = x === y ? 0 : neighbours.has(x + y) ? NEAR : 1
      let cost = (previous[j - 1] as number) + other
      cost = Math.min(cost, (previous[j] as number) + (x === a[i - 2] ? DOUBLE : 1))
      cost = Math.min(cost, (current[j - 1] as number) + (y === b[j - 2] ? DOUBLE : 1))
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) cost = Math.min(cost, (before[j - 2] as number) + SWAP)
      current[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    const spare = before
    before = previous
    previous = current
    current = spare
  }
  return previous[b.length] as number
}
