import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanText } from '../../../kernel/schema.ts'

/** Input fields of a decision. */
export const Decision = {
  outcome: z.enum(['approved', 'declined']),
  reason: z.string().max(2000).optional().describe('Required when declining'),
}

/** The reason, tidied; refuses to decline without one. */
export function reasonOf(outcome: 'approved' | 'declined', reason: string | undefined): string | null {
  const tidy = cleanText(reason ?? '').trim()
  if (outcome === 'declined' && tidy === '') throw refuse.field('reason', 'requests.approvals.reasonNeeded')
  return tidy || null
}
