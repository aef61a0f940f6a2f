import { classOf, DIGIT, IDEOGRAPH, LETTER, MARK, OTHER } from './characters.ts'

/** Told about every word as [start, end) of the text, and about every end of a sentence or line. */
export interface TokenSink {
  word(start: number, end: number): void
  /** A sentence ended; `at` is the offset behind its last character. */
  sentence(at: number): void
}

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019
const isHyphen = (unit: number) => unit === 0x2d || unit === 0x2010 || unit === 0x2011
// . ! ? … and the Greek question mark in both of its encodings (a semicolon ends a sentence for nobody else's harm)
const endsSentence = (unit: number) =>
  unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026 || unit === 0x3b || unit === 0x37e

/**
 * Cuts a text into words and sentences in one pass. Index, questions and quotations use the same cut, so that offsets
 * found in one hold in the other. Soft hyphens belong to words; a single letter and a hyphen belong to the next word (e-mail).
 */
export function scan(text: string, sink: TokenSink): void {
  const length = text.length
  let lastStart = -1
  let lastEnd = -1
  let i = 0
  while (i < length) {
    const unit = text.charCodeAt(i)
    const kind = classOf(unit)
    if (kind === LETTER || kind === DIGIT) {
      const start = i
      i = wordEnd(text, i + 1, start)
      sink.word(start, i)
      lastStart = start
      lastEnd = i
    } else if (kind === IDEOGRAPH) {
      sink.word(i, i + 1)
      lastStart = i
      lastEnd = ++i
    } else {
      i++
      if (unit === 0x0a) sink.sentence(i)
      else if (endsSentence(unit) && isSentenceEnd(text, i, unit, lastStart, lastEnd)) sink.sentence(i)
    }
  }
  sink.sentence(length)
}

function wordEnd(text: string, from: number, start: number): number {
  let i = from
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const kind = classOf(unit)
    if (kind === LETTER || kind === DIGIT || kind === MARK || unit === 0xad) continue
    if (kind === OTHER && isApostrophe(unit) && isContraction(text, i + 1)) continue
    if (isHyphen(unit) && i === start + 1 && classOf(text.charCodeAt(start)) === LETTER && isLetter(text, i + 1))
      continue
    break
  }
  return i
}

const isLetter = (text: string, at: number) => at < text.length && classOf(text.charCodeAt(at)) === LETTER

/** don't, user's, they're: one or two letters end the word behind the apostrophe. */
function isContraction(text: string, at: number): boolean {
  if (!isLetter(text, at)) return false
  return !isLetter(text, at + 1) || !isLetter(text, at + 2)
}

/** A full stop behind one or two letters, a known short form or a number is not the end when a sentence may go on. */
function isSentenceEnd(text: string, behind: number, unit: number, lastStart: number, lastEnd: number): boolean {
  let next = behind
  while (next < text.length && isCloser(text.charCodeAt(next))) next++
  if (next >= text.length) return true
  const space = text.charCodeAt(next)
  if (space !== 0x20 && space !== 0xa0 && space !== 0x0a && space !== 0x09) return false
  if (unit !== 0x2e || lastEnd !== behind - 1) return true
  const size = lastEnd - lastStart
  if (size <= 2) return false
  return size > 5 || !shortForms.has(text.slice(lastStart, lastEnd).toLowerCase())
}

const isCloser = (unit: number) =>
  unit === 0x22 ||
  unit === 0x29 ||
  unit === 0xbb ||
  unit === 0x201c ||
  unit === 0x201d ||
  unit === 0x27 ||
  unit === 0x2019
const shortForms = new Set(
  'abs art bspw bzw etc evtl exkl ggf inkl max min mind mio mrd nat str tel usw vgl zzgl approx dept incl prof αρ βλ κλπ σελ τηλ'.split(
    ' ',
  ),
)
