import * as crypto from 'node:crypto'
import { randomBytes, randomUUID } from 'node:crypto'

/** A new UUIDv7 (RFC 9562): sorts by time of creation, so that index pages stay warm. */
export function newId(): string {
  const v7 = (crypto as { randomUUIDv7?: () => string }).randomUUIDv7
  return v7 ? v7() : randomUUID()
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
