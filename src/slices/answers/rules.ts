import { cleanLine } from '../../kernel/schema.ts'

/** Longest question that is kept or searched for, in characters. */
export const LONGEST_QUESTION = 500
const LONGEST_KEPT = 200

const MAIL = /\S+@\S+/g
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi
/** IBAN: country, check digits, and groups. */
const BANK_ACCOUNT = /\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{2,4}){3,8}\b/gi
/** Meter, customer and telephone numbers: four digits and more, however grouped. Years and amounts go too; they are rarely the question. */
const LONG_NUMBER = /[+(]?\d(?:[\s/().-]{0,2}\d){3,}/g
/** Forms of address and introductions, however they begin; the word after them is a name, and a second capitalised one as well. */
const ADDRESSES =
  'herrn?|frau|fräulein|familie|dr\\.?|mr\\.?|mrs\\.?|ms\\.?|miss|κος|κα|κύριος|κύριο|κυρία|κυρίας|κυρίου'
const INTRODUCTIONS = 'ich hei(?:ß|ss)e|mein name ist|my name is|με λένε|λέγομαι|ονομάζομαι'
const NAMED = beforeName(ADDRESSES)
const INTRODUCED = beforeName(INTRODUCTIONS)

/** The case of the second name counts: only the first letters of the words before it may be either. */
function beforeName(words: string): RegExp {
  const eitherCase = words.replace(/(?<!\p{L})\p{L}/gu, (first) => `[${first}${first.toUpperCase()}]`)
  return new RegExp(`(?<!\\p{L})(${eitherCase})\\s+\\p{L}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*)?`, 'gu')
}

/**
 * A question as it may be kept: without mail and web addresses, long numbers and names that follow a form of address, lower-cased,
 * one blank between words. Gives null when nothing worth keeping is left.
 */
export function scrub(question: string): string | null {
  const kept = cleanLine(question.normalize('NFC'))
    .replace(MAIL, ' ')
    .replace(ADDRESS, ' ')
    .replace(BANK_ACCOUNT, ' ')
    .replace(LONG_NUMBER, ' ')
    .replace(NAMED, '$1')
    .replace(INTRODUCED, '')
    .toLowerCase()
    .replace(/[\s?!.,;:…]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_KEPT)
    .trim()
  return /\p{L}{2}/u.test(kept) ? kept : null
}

/** Words of a kept question, for comparing two wordings. */
function wordsOf(question: string): string[] {
  return question.split(/[^\p{L}\p{N}-]+/u).filter((word) => word.length > 2)
}

/**
 * The words in which a failed and a succeeded wording differ: a proposal for a synonym set when that is one or two words on each side
 * (more is another question, not another word). Null when there is nothing to propose.
 */
export function differingWords(failed: string, succeeded: string): { from: string; to: string } | null {
  const before = wordsOf(failed)
  const after = wordsOf(succeeded)
  const from = before.filter((word) => !after.includes(word))
  const to = after.filter((word) => !before.includes(word))
  if (from.length === 0 || to.length === 0 || from.length > 2 || to.length > 2) return null
  return { from: from.join(' '), to: to.join(' ') }
}

/** Days after which a question that was asked only once is forgotten, and wordings that nobody uses any more. */
export const FORGET_ONCE_AFTER_DAYS = 30
export const FORGET_REPHRASINGS_AFTER_DAYS = 180
