import type { Ctx } from './ctx.ts'

/** What somebody did before they turned to a person: so that nobody has to say it twice. */
export interface HandOver {
  /** In their own words, or the name of what they were led through. */
  question: string
  /** What they were asked and what they answered, in order. */
  steps: { question: string; answer: string }[]
  /** What they read. */
  read: { path: string; title: string }[]
  /** Guided help in which they were asked; the question is its name then. */
  guide?: { path: string; title: string }
  /** What it is about, where that is better said than by the question. */
  subject?: string
  /** What their message may begin with. */
  message?: string
}

/** Finds what is handed over by its key; null when there is nothing, or not for this actor. */
export type HandOverSource = (ctx: Ctx, key: string) => Promise<HandOver | null>
