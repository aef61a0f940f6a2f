import { randomBytes, randomUUIDv7 } from 'node:crypto'

/** Digits of a UUIDv7 with its hyphens: milliseconds, then `7` and the twelve bits of the counter. */
const TIME_ENDS = 13
const COUNTER_ENDS = 18
const MOST_IN_A_MILLISECOND = 0xfff

let lastTime = ''
let counter = 0

/**
 * A new UUIDv7 (RFC 9562, 6.2, fixed bit-length counter): sorts by time of creation, so that index pages stay warm, and those of one process
 * also within a millisecond, so that what is written together keeps its order. 62 bits of each are random.
 */
export function newId(): string {
  const fresh = randomUUIDv7()
  const time = fresh.slice(0, TIME_ENDS)
  if (time > lastTime) {
    lastTime = time
    counter = Number.parseInt(fresh.slice(TIME_ENDS + 2, COUNTER_ENDS), 16) >> 1
  } else if (counter < MOST_IN_A_MILLISECOND) counter++
  else {
    lastTime = after(lastTime)
    counter = 0
  }
  return `${lastTime}-7${counter.toString(16).padStart(3, '0')}${fresh.slice(COUNTER_ENDS)}`
}

/** The next millisecond. */
function after(time: string): string {
  const next = (Number.parseInt(time.replace('-', ''), 16) + 1).toString(16).padStart(12, '0')
  return `${next.slice(0, 8)}-${next.slice(8)}`
}

/** A secret for links and keys: 32 random bytes, base64url (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Letters that are hard to mishear or misread on the phone: no I, O, Q, U, no vowels that make words. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPRSTVWXYZ'

/**
 * A short reference for people, e.g. `R-24817-K`: prefix, number, check letter. The letter is a weighted sum modulo 22 (weights
 * are powers of 7, coprime to 22): it changes with every wrong digit and every swap of two neighbouring digits.
 */
export function reference(prefix: string, number: number): string {
  return `${prefix}-${number}-${checkLetter(number)}`
}

/** The number of a reference, however it was typed (`r 24817 k`), or null when its check letter does not fit. */
export function parseReference(prefix: string, typed: string): number | null {
  const match = /^([A-Z]+)(\d{1,12})([A-Z])$/.exec(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  if (match?.[1] !== prefix) return null
  const number = Number(match[2])
  return checkLetter(number) === match[3] ? number : null
}

function checkLetter(number: number): string {
  let sum = 0
  let weight = 1
  for (const digit of String(number).split('').reverse()) {
    sum = (sum + (Number(digit) + 1) * weight) % CHECK_LETTERS.length
    weight = (weight * 7) % CHECK_LETTERS.length
  }
  return CHECK_LETTERS[sum] as string
}
