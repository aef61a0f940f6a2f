import type { DayBound } from './definition.ts'

/** What a text of a format looks like; the same words stand in the JSON Schema. */
export const FORMATS = {
  email: '^[^\\s@<>()",;]+@[^\\s@<>()",;.]+(?:\\.[^\\s@<>()",;.]+)+$',
  phone: '^\\+?[0-9][0-9 ()/.-]{3,28}$',
  url: '^https?://[^\\s/]+\\S*$',
} as const

/** Something that can be seen. */
export const NOT_BLANK = '[^\\s\\u0000-\\u001f\\u007f]'

/** Postal codes by country (ISO 3166-1); of others anything short will do. */
const POSTAL_CODES: Readonly<Record<string, string>> = {
  AT: '^[1-9]\\d{3}$',
  BE: '^[1-9]\\d{3}$',
  CH: '^[1-9]\\d{3}$',
  CY: '^\\d{4}$',
  CZ: '^\\d{3} ?\\d{2}$',
  DE: '^\\d{5}$',
  DK: '^\\d{4}$',
  ES: '^\\d{5}$',
  FR: '^\\d{5}$',
  GR: '^\\d{3} ?\\d{2}$',
  IT: '^\\d{5}$',
  LU: '^\\d{4}$',
  NL: '^[1-9]\\d{3} ?[A-Z]{2}$',
  PL: '^\\d{2}-\\d{3}$',
}

export function postalCodePattern(country: string): string {
  return POSTAL_CODES[country] ?? '^[A-Za-z0-9][A-Za-z0-9 -]{1,9}$'
}

/** Kinds of files by media type, as the store recognises them: CSV is text to it. */
export const FILE_KINDS = {
  picture: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
  document: [
    'application/pdf',
    'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
  ],
  table: [
    'text/plain',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
} as const

/** The day that a bound means when the form is filled in on `today`. */
export function dayOf(bound: DayBound, today: string): string {
  if ('date' in bound) return bound.date
  const at = new Date(`${today}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + bound.days)
  return at.toISOString().slice(0, 10)
}

/** Whether it is a day of the calendar, `2026-02-28`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** Whether a number is so many whole steps from nothing, as far as floating point can tell. */
export function isOnStep(value: number, step: number): boolean {
  const steps = value / step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}
