import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { LaterText } from '../../../kernel/notifications.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine } from '../../../kernel/schema.ts'
import type { TextKey, Translate } from '../../../kernel/text.ts'
import type { State } from '../rules.ts'
import { findClosingEntry } from './store.ts'

/** Why the desk usually ends a case without a solution. */
export const CLOSING_REASONS = [
  'noAnswer',
  'withdrawn',
  'duplicate',
  'notReproducible',
  'notOurs',
  'notPossible',
  'other',
] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/** Why a case was closed without a solution: kept with the step in its timeline, and told to whoever asked. */
export interface Closing {
  reason: ClosingReason
  words: string | null
}

/** How operations ask for it. */
export const ClosingInput = {
  reason: z
    .enum(CLOSING_REASONS, { error: 'requests.closing.needed' })
    .optional()
    .describe(
      'Why it is closed without a solution; the requester is told. Needed for state `closed` unless it was solved',
    ),
  reasonWords: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(300))
    .optional()
    .describe('The same in one’s own words; needed for `other`'),
}

/**
 * What is to be said when a case goes from one state to another; null when nothing is: it goes on, or was solved before. Refuses at its
 * field what is missing.
 */
export function closingOf(
  from: State,
  to: State,
  { reason, reasonWords }: { reason?: ClosingReason | undefined; reasonWords?: string | undefined },
): Closing | null {
  if (!needsReason(from, to)) return null
  if (!reason) throw refuse.field('reason', 'requests.closing.needed')
  if (reason === 'other' && !reasonWords) throw refuse.field('reasonWords', 'requests.closing.wordsNeeded')
  return { reason, words: reasonWords || null }
}

export function needsReason(from: State, to: State): boolean {
  return to === 'closed' && from !== 'closed' && from !== 'solved'
}

/** The reason as an entry of a timeline keeps it; null for entries that have none. */
export function closingIn({ detail, body }: { detail: Record<string, unknown>; body: string | null }): Closing | null {
  const reason = CLOSING_REASONS.find((one) => one === detail['why'])
  return reason ? { reason, words: body } : null
}

/** The reason in a sentence to whoever asked; without words of the desk, the usual one. */
export function closingText({ reason, words }: Closing): LaterText {
  return { key: `requests.closing.told.${reason}` as TextKey, values: { words: words ?? '' } }
}

export function closingWords(t: Translate, closing: Closing): string {
  const { key, values } = closingText(closing)
  return t(key, values).trim()
}

/** The sentence to whoever asked, for a request that stands closed without a solution; null for all others. */
export async function whyClosed(ctx: Ctx, requestId: string, t: Translate): Promise<string | null> {
  const closing = await findClosing(ctx, requestId)
  return closing && closingWords(t, closing)
}

/** Why a request that is closed was closed without a solution; null when it was not. */
export async function findClosing(ctx: Ctx, requestId: string): Promise<Closing | null> {
  const entry = await findClosingEntry(ctx.db, requestId)
  return entry ? closingIn(entry) : null
}
