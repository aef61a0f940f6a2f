import { z } from 'zod'
import { LANGS } from './lang.ts'

/** An id of anything: UUID. */
export const Id = z.uuid()
/** A language of the interface. */
export const LangSchema = z.enum(LANGS)
/** A moment: ISO 8601 in UTC on the wire; a handler may return a `Date`. */
export const Instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime({ offset: true }),
)
/** A calendar day, `2026-11-21`; a handler may return a `Date` (taken as UTC day). */
export const Day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
)
/** Short single-line text that people type: trimmed, control characters removed, not empty. */
export const Line = (max: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, { error: 'refusal.required' }).max(max))
/** Longer text that people type: line ends unified, control characters removed, not empty after trimming. */
export const Text = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, { error: 'refusal.required' }).max(max))
/** An e-mail address, lower-cased. */
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254))

/** One line: no control characters, runs of white space become one blank. */
export function cleanLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Several lines: unified line ends, no control characters but tab and line feed. */
export function cleanText(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/^\n+|\s+$/g, '')
}

/** Number of a version of something that editors keep, from 1. */
export const VersionNumber = z.coerce.number().int().min(1).max(1_000_000)
