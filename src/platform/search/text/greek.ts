// Greek typed in Latin letters: several spellings are usual for one sound, so the vocabulary decides among the readings.
const readings: [string, string[]][] = [
  ['ps', ['ψ']],
  ['ks', ['ξ']],
  ['th', ['θ']],
  ['ch', ['χ']],
  ['ph', ['φ']],
  ['ou', ['ου']],
  ['mp', ['μπ']],
  ['nt', ['ντ']],
  ['gk', ['γκ']],
  ['ai', ['αι']],
  ['ei', ['ει']],
  ['oi', ['οι']],
  ['av', ['αυ', 'αβ']],
  ['ev', ['ευ', 'εβ']],
  ['au', ['αυ']],
  ['eu', ['ευ']],
  ['a', ['α']],
  ['b', ['β', 'μπ']],
  ['c', ['κ', 'σ']],
  ['d', ['δ', 'ντ']],
  ['e', ['ε', 'αι']],
  ['f', ['φ']],
  ['g', ['γ', 'γκ']],
  ['h', ['η', 'χ']],
  ['i', ['ι', 'η', 'υ', 'ει', 'οι']],
  ['j', ['ξ', 'ζ']],
  ['k', ['κ']],
  ['l', ['λ']],
  ['m', ['μ']],
  ['n', ['ν']],
  ['o', ['ο', 'ω']],
  ['p', ['π']],
  ['q', ['θ', 'κ']],
  ['r', ['ρ']],
  ['s', ['σ']],
  ['t', ['τ']],
  ['u', ['υ', 'ου', 'θ']],
  ['v', ['β', 'υ']],
  ['w', ['ω']],
  ['x', ['χ', 'ξ']],
  ['y', ['υ', 'ι', 'η']],
  ['z', ['ζ']],
  ['3', ['ξ']],
  ['8', ['θ']],
  ['9', ['θ']],
]
const byLatin = new Map(readings)

/**
 * Greek readings of a word typed in Latin letters, likeliest first, kept only while `isBeginning` says that some known word
 * begins so; without such pruning the readings multiply.
 */
export function readGreeklish(word: string, isBeginning: (start: string) => boolean, limit = 24): string[] {
  if (!/^[a-z389]{3,24}$/.test(word) || !/[a-z]/.test(word)) return []
  let states: { at: number; text: string }[] = [{ at: 0, text: '' }]
  const complete: string[] = []
  while (states.length > 0) {
    const next: { at: number; text: string }[] = []
    for (const { at, text } of states) {
      for (const size of [2, 1]) {
        const piece = word.slice(at, at + size)
        if (piece.length < size) continue
        for (const greek of byLatin.get(piece) ?? []) {
          const longer = text + greek
          if (at + size === word.length) complete.push(longer)
          else if (longer.length < 2 || isBeginning(longer)) next.push({ at: at + size, text: longer })
        }
      }
    }
    states = next.slice(0, limit * 8)
  }
  return [...new Set(complete)].slice(0, limit * 8)
}
