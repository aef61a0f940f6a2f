import { z } from 'zod'
import { defineSettings } from '../../kernel/settings.ts'

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

/** Letters of other alphabets and with marks, as addresses spell them. Greek by ISO 843 / ELOT 743, German by its own custom. */
const SPELT: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa', ı: 'i', ł: 'l', đ: 'd', þ: 'th' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
    ο: 'o',
  },
  ...{ π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}
const GREEK_PAIRS: [RegExp, string][] = [
  [/ου/g, 'ou'],
  [/α[υύ](?=[αβγδεζηλιμνορω])/g, 'av'],
  [/ε[υύ](?=[αβγδεζηλιμνορω])/g, 'ev'],
  [/αυ/g, 'af'],
  [/ευ/g, 'ef'],
  [/γγ/g, 'ng'],
  [/^μπ|\bμπ/g, 'b'],
]

/** The part of an address made of a title: `Zählerstand ablesen` → `zaehlerstand-ablesen`. Never empty. */
export function slugOf(title: string): string {
  let text = title
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßæøåıłđþ]/g, (letter) => SPELT[letter] as string)
  text = text.normalize('NFD').replace(/\p{M}+/gu, '')
  for (const [pair, spelt] of GREEK_PAIRS) text = text.replace(pair, spelt)
  text = text.replace(/[^\x20-\x7e]/g, (letter) => SPELT[letter] ?? ' ')
  const slug = text
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return slug || 'article'
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
