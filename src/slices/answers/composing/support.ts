import type { Source } from './prompt.ts'
import type { Said } from './sentences.ts'

/** So much of a sentence's words must stand in the passages that it cites. */
const LEAST_SHARE = 0.6
/** Shorter words are mostly small ones, which prove nothing. */
const SHORTEST = 4

/**
 * Whether the passages that a sentence cites support it: they exist, they contain its numbers, its addresses and most of its words, and the
 * sentence of theirs that it is nearest to denies what it denies. When in doubt, no: an unsupported sentence is dropped.
 */
export function isSupported({ text, cites }: Said, sources: readonly Source[]): boolean {
  if (cites.length === 0) return false
  const cited = cites.map((number) => sources.find((source) => source.number === number))
  if (!cited.every((source) => source !== undefined)) return false
  const passages = cited.map((source) => `${source.title}\n${source.text}`).join('\n')
  return (
    hasNumbers(text, passages) && hasAddresses(text, passages) && hasWords(text, passages) && deniesAlike(text, cited)
  )
}

const numbersOf = (text: string): string[] => text.match(/\d+(?:[.,:/-]\d+)*/g) ?? []

function hasNumbers(text: string, passages: string): boolean {
  const known = new Set(numbersOf(passages))
  return numbersOf(text).every((number) => known.has(number))
}

/** Web and mail addresses are copied or not there at all. */
function hasAddresses(text: string, passages: string): boolean {
  const addresses = text.match(/\S+@\S+|(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|org|net|de|eu|gr|io)\b\S*/gi) ?? []
  return addresses.every((address) => passages.includes(address.replace(/[.,;:!?)]+$/, '')))
}

function hasWords(text: string, passages: string): boolean {
  const said = wordsOf(text)
  if (said.length === 0) return false
  const known = wordsOf(passages)
  return said.filter((word) => known.some((other) => isAlike(word, other))).length / said.length >= LEAST_SHARE
}

/** Words that carry meaning, small, without accents. */
function wordsOf(text: string): string[] {
  const folded = text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').normalize('NFKD').replace(/\p{M}/gu, '')
  return (folded.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= SHORTEST)
}

/** The same word in another form: most of the shorter one is the beginning of both. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  const same = Math.max(SHORTEST, Math.ceil(Math.min(a.length, b.length) * 0.75))
  return a.slice(0, same) === b.slice(0, same) && a.length >= same && b.length >= same
}

const DENIAL =
  /(?<!\p{L})(?:nicht|nie|niemals|kein\p{L}*|ohne|not|never|no|without|cannot|\p{L}+n['’]t|δεν|δε|μη|μην|χωρίς|χωρις|ποτέ|καμία|κανένα\p{L}*|κανείς)(?!\p{L})/iu

function deniesAlike(text: string, cited: readonly Source[]): boolean {
  const words = wordsOf(text)
  let nearest = ''
  let most = 0
  for (const source of cited)
    for (const sentence of source.text.split(/(?<=[.!?…;])\s+|\n/u)) {
      const known = wordsOf(sentence)
      const shared = words.filter((word) => known.some((other) => isAlike(word, other))).length
      if (shared > most) [nearest, most] = [sentence, shared]
    }
  return most === 0 || DENIAL.test(text) === DENIAL.test(nearest)
}
