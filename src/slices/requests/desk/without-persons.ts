import { STREET_ADDRESSES } from './street-addresses.ts'

/** Where something was left out. */
const LEFT_OUT = '…'

const GREETINGS = [
  'guten (?:tag|morgen|abend)',
  'sehr geehrte[rs]?',
  'liebe[rs]?',
  'hallo',
  'moin',
  'servus',
  'grüß gott',
  'hello',
  'hi',
  'dear',
  'good (?:morning|afternoon|evening)',
  'καλημέρα',
  'καλησπέρα',
  'γεια',
  'αγαπητ\\p{L}+',
  'αξιότιμ\\p{L}+',
]
const FAREWELLS = [
  '(?:mit )?(?:besten?|freundlichen?|herzlichen?|lieben?|vielen?|schönen?) (?:dank|grüße?n?)',
  'mfg',
  'gruß',
  '(?:kind|best|warm|many) regards',
  'regards',
  'yours',
  'sincerely',
  'best wishes',
  'thank you(?: and)?',
  'με εκτίμηση',
  'με φιλικούς χαιρετισμούς',
  'χαιρετισμούς',
  'ευχαριστώ',
]

const NAME = "[ \\t]+[\\p{L}.'’-]+"
/** A greeting and a few words at the very beginning, up to its comma or the end of its line. */
const GREETING = new RegExp(
  `^(?:${GREETINGS.join('|')})(?![\\p{L}])(?:(?:${NAME}){0,5}[ \\t]*[,!]\\s*|(?:${NAME}){0,3}[ \\t]*(?:\\n\\s*|$))`,
  'iu',
)
/** A farewell on a line of its own after something else, and the signature: a few short lines without sentences. */
const FAREWELL = new RegExp(
  `\\n[ \\t]*(?:${FAREWELLS.join('|')})(?![\\p{L}])[^\\n.!?]{0,30}[.!]?[ \\t]*(?:\\n[^\\n.!?]{0,60}){0,7}$`,
  'iu',
)

const ADDRESS = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/g
/** References of requests and orders, and anything else that has a letter, five digits and a check letter. */
const REFERENCE = /\b[A-Z]-\d{3,}-[A-Z]\b/g
const TELEPHONE = /(?<![\d.,])(?:\+|00?)\d[\d /()-]{5,}\d/g
/** Numbers of customers, meters, contracts. */
const LONG_NUMBER = /(?<![\d.,])\d{6,}(?![\d.,]\d)/g
const SALUTATION =
  /(?:\b(?:Frau|Herrn?|Familie|Ms|Mrs|Mr)\.?|Κυρία|Κύριε|Κύριο[ςυ]?)\s+(?:(?:Dr|Prof)\.\s*)*\p{Lu}[\p{L}’'-]+/gu

/**
 * A text as far as a program can take persons out of it: greeting and signature, names that are known, addresses of houses and of mail,
 * telephone and other numbers, references. What only people understand stays: somebody must read it before others do.
 * @param names whoever took part
 */
export function withoutPersons(text: string, names: readonly string[]): string {
  const body = text.trim().replace(FAREWELL, '').replace(GREETING, '').trim()
  const plain = [...STREET_ADDRESSES, ADDRESS, IBAN, REFERENCE, TELEPHONE, LONG_NUMBER, SALUTATION].reduce(
    (rest, pattern) => rest.replace(pattern, LEFT_OUT),
    body,
  )
  const known = namePattern(names)
  const left = (known ? plain.replace(known, LEFT_OUT) : plain).replace(/…(?:\s*…)+/g, LEFT_OUT)
  return left.charAt(0).toLocaleUpperCase() + left.slice(1)
}

/** Whole names first, then their parts: "Annegret Vollmer", "Vollmer". Short parts are words as often as names. */
function namePattern(names: readonly string[]): RegExp | null {
  const parts = names
    .map((name) => name.trim())
    .flatMap((name) => [name, ...name.split(/[\s,]+/).filter((part) => part.length >= 4)])
    .filter((part) => part.length >= 3)
  if (parts.length === 0) return null
  const any = [...new Set(parts)].sort((a, b) => b.length - a.length).map((part) => RegExp.escape(part))
  return new RegExp(`(?<![\\p{L}\\d])(?:${any.join('|')})(?:s|’s|'s)?(?![\\p{L}\\d])`, 'giu')
}
