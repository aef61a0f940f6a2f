import type { PageCall } from '../../../ui/page.ts'
import { type Chosen, searchUrl } from './filters.ts'

/** A search, as the address of its page says it. */
export interface Asked {
  q: string
  /** Filters that are chosen. */
  chosen: Chosen
  /** Answers to clarifying questions. */
  narrowed: string[]
  /** Whether the reader wants to be asked back, because the answer was not the right one. */
  asksBack: boolean
  isFirst: boolean
}

export function isNarrowed({ chosen, narrowed }: Asked): boolean {
  return narrowed.length > 0 || Object.values(chosen).some((values) => values.length > 0)
}

/** Address of the search with another set of answers to clarifying questions. */
export function narrowedUrl(call: PageCall, { q, chosen, asksBack }: Asked, narrowed: readonly string[]): string {
  return searchUrl(call, q, chosen, { c: narrowed, ...(asksBack && narrowed.length > 0 ? { ask: '1' } : {}) })
}

/** The way to a person, with the question and how it was narrowed down. */
export function contactUrl(call: PageCall, asked: Asked): string {
  const from = handOverOf(asked)
  return `${call.url('/contact')}?${new URLSearchParams(from ? { from } : { question: asked.q })}`
}

/** What a person gets of a search besides the question; nothing when nothing was asked back. */
export function handOverOf({ q, narrowed }: Asked): string | undefined {
  if (narrowed.length === 0) return undefined
  return `search:${new URLSearchParams([['q', q], ...narrowed.map((one) => ['c', one])])}`
}

/** Where an answer is put together in one piece, as it comes. */
export function composedUrl(call: PageCall, { q, narrowed }: Asked): string {
  return `${call.url('/search/composed')}?${new URLSearchParams([['q', q], ...narrowed.map((one) => ['c', one])])}`
}
