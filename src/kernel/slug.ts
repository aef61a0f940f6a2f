/** Letters of other alphabets and with marks, as addresses spell them. Greek by ISO 843 / ELOT 743, German by its own custom. */
const SPELT: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa', ı: 'i', ł: 'l', đ: 'd', þ: 'th' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
    ο: 'o',
  },
  ...{ π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}
const GREEK_PAIRS: [RegExp, string][] = [
  [/ου/g, 'ou'],
  [/α[υύ](?=[αβγδεζηλιμνορω])/g, 'av'],
  [/ε[υύ](?=[αβγδεζηλιμνορω])/g, 'ev'],
  [/αυ/g, 'af'],
  [/ευ/g, 'ef'],
  [/γγ/g, 'ng'],
  [/^μπ|\bμπ/g, 'b'],
]

/**
 * Words as a key or a part of an address: `Zählerstand ablesen` → `zaehlerstand-ablesen`, `Δήλωση ένδειξης` → `dilosi-endeixis`.
 * @param most characters; cut there, without a dash at the end
 * @returns a–z, 0–9 and dashes; empty when nothing of the words can be spelt so
 */
export function slugOf(words: string, most: number): string {
  let text = words
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßæøåıłđþ]/g, (letter) => SPELT[letter] as string)
  text = text.normalize('NFD').replace(/\p{M}+/gu, '')
  for (const [pair, spelt] of GREEK_PAIRS) text = text.replace(pair, spelt)
  text = text.replace(/[^\x20-\x7e]/g, (letter) => SPELT[letter] ?? ' ')
  return text
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '')
}

/** The same for keys that must not be empty: words in other letters (`日本語`) get something short that stays the same. Empty for no words. */
export function keyOf(words: string, most: number): string {
  if (words.trim() === '') return ''
  const sum = [...words].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
  return slugOf(words, most) || `k-${sum.toString(36)}`
}
