import { z } from 'zod'
import { defineSettings } from '../../kernel/settings.ts'
import { slugOf } from '../../kernel/slug.ts'

/** How far a translation has come. What readers get is its publication, whatever the state of the newest version. */
export type State = 'draft' | 'in_review' | 'scheduled' | 'published' | 'archived'
export const STATES = ['draft', 'in_review', 'scheduled', 'published', 'archived'] as const

/** What is done to a translation. `save` begins a new version: it takes the newest version out of review or schedule. */
export type Action = 'save' | 'submit' | 'send_back' | 'publish' | 'schedule' | 'archive'

/** The allowed ways from state to state; what is not here is refused. */
export const TRANSITIONS: Record<State, Partial<Record<Action, State>>> = {
  draft: { save: 'draft', submit: 'in_review', publish: 'published', schedule: 'scheduled', archive: 'archived' },
  in_review: { save: 'draft', send_back: 'draft', publish: 'published', schedule: 'scheduled', archive: 'archived' },
  scheduled: { save: 'draft', send_back: 'draft', publish: 'published', schedule: 'scheduled', archive: 'archived' },
  published: { save: 'draft', archive: 'archived' },
  archived: { save: 'draft', send_back: 'draft' },
}

/** The state after an action, or null when the state does not allow it. */
export function stateAfter(state: State, action: Action): State | null {
  return TRANSITIONS[state][action] ?? null
}

/** How articles are reviewed. */
export const REVIEW = defineSettings({
  name: 'knowledge.review',
  schema: z.object({ fourEyes: z.boolean() }),
  initial: { fourEyes: true },
})

/**
 * Whether the four-eyes rule lets this person publish: somebody else wrote at least one of the versions since the last publication.
 * @param authors of the versions since the last publication; null: Theke itself or somebody erased
 */
export function seenByTwo(personId: string | null, authors: readonly (string | null)[]): boolean {
  return authors.some((author) => author !== personId)
}

/** The part of an address made of an article's title. Never empty. */
export function articleSlug(title: string): string {
  return slugOf(title, 80) || 'article'
}

/** When an article is to be checked again, so many months after. */
export function dueAfter(checkedAt: Date, months: number | null): Date | null {
  if (months === null) return null
  const due = new Date(checkedAt)
  const day = due.getUTCDate()
  due.setUTCMonth(due.getUTCMonth() + months, 1)
  due.setUTCDate(Math.min(day, new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate()))
  return due
}
