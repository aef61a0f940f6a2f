import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { PASSWORD } from './engine.ts'

/** A password as it is typed when signing in: anything, of sane length. */
export const TypedPassword = z.string().min(1, { error: 'refusal.required' }).max(PASSWORD.most)

/** A new password: its length is its strength, no rules about signs (NIST SP 800-63B-4, 3.1.1.2). */
export const NewPassword = z
  .string()
  .min(1, { error: 'refusal.required' })
  .max(PASSWORD.most)
  .refine((password) => [...password].length >= PASSWORD.least, { error: 'identity.password.short' })

/** Refuses passwords that are tried first: common ones, repetitions, sequences, and the person's own name or address. */
export function refuseWeak(password: string, person: { name: string; email: string }, field = 'password'): void {
  const plain = simple(password)
  const words = [
    person.email.split('@')[0] ?? '',
    person.email.split('@')[1]?.split('.')[0] ?? '',
    ...person.name.split(/\s+/),
  ]
  const rest = words
    .map(simple)
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  if (plain !== rest && rest.length < 6) throw refuse.field(field, 'identity.password.personal')
  const letters = plain.replace(/^\d+|\d+$/g, '')
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(letters) || isPattern(plain))
    throw refuse.field(field, 'identity.password.common')
}

function simple(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '')
}

/** `aaaaaaaaaa`, `abcabcabcabc`, `1234567890`, `qwertzuiop`. */
function isPattern(text: string): boolean {
  if (new Set(text).size <= 3 || /^(.{1,5})\1+$/.test(text)) return true
  return ROWS.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))
}

const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopasdfghjklyxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  'αβγδεζηθικλμνξοπρστυφχψω',
]
