/** What a UTF-16 unit is to the tokenizer. */
export const OTHER = 0
export const LETTER = 1
export const DIGIT = 2
export const MARK = 3
/** Written without spaces between words: each one is a word. */
export const IDEOGRAPH = 4
const UNKNOWN = 255

const classes = new Uint8Array(0x10000).fill(UNKNOWN)

/** The class of a UTF-16 unit; surrogates are `OTHER`. */
export function classOf(unit: number): number {
  const known = classes[unit] as number
  return known === UNKNOWN ? classify(unit) : known
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit)
  let found = OTHER
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(character)) found = IDEOGRAPH
  else if (/\p{L}/u.test(character)) found = LETTER
  else if (/\p{N}/u.test(character)) found = DIGIT
  else if (/\p{M}/u.test(character)) found = MARK
  classes[unit] = found
  return found
}

const special: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  þ: 'th',
  ð: 'd',
}
const folded: (string | undefined)[] = []

/** Lower case, without accents, umlauts as their base letter, ß as ss, final sigma as sigma, no apostrophes. */
export function foldWord(word: string): string {
  let plain = true
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) {
      plain = false
      break
    }
  }
  if (plain) return word
  let result = ''
  for (let i = 0; i < word.length; i++) result += foldUnit(word.charCodeAt(i))
  return result
}

/** What a UTF-16 unit becomes: one letter, several, or nothing. */
export function foldUnit(unit: number): string {
  const known = folded[unit]
  if (known !== undefined) return known
  let result = ''
  for (const part of String.fromCharCode(unit).toLowerCase().normalize('NFKD')) {
    if (/[\p{L}\p{N}]/u.test(part)) result += special[part] ?? part
  }
  folded[unit] = result
  return result
}
