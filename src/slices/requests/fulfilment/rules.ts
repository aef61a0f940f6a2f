/** How far work is. `failed`: it could not be done, and somebody has to say how to go on. */
export type WorkState = 'ahead' | 'open' | 'done' | 'failed' | 'unneeded'

/** What the rules need to know of work. */
export interface WorkRun {
  id: string
  stage: number
  state: WorkState
}

/** Where a plan stands, and what is to be begun now. */
export interface Progress {
  stage: number
  opens: string[]
  isFinished: boolean
}

/**
 * Goes on from a stage as far as possible: a stage is over when everything of it is done or not needed; what failed holds it. The stages are
 * worked off in order, and so the plan ends when each of its works ends.
 */
export function progressOf(work: readonly WorkRun[], stage: number, stages: number): Progress {
  for (let at = stage; at < stages; at++) {
    const own = work.filter((one) => one.stage === at)
    if (own.every((one) => one.state === 'done' || one.state === 'unneeded')) continue
    return { stage: at, opens: own.filter((one) => one.state === 'ahead').map((one) => one.id), isFinished: false }
  }
  return { stage: stages, opens: [], isFinished: true }
}

/** Whether work may go from one state to another. */
export function canBecome(from: WorkState, to: WorkState): boolean {
  return TRANSITIONS[from].includes(to)
}

const TRANSITIONS: Record<WorkState, readonly WorkState[]> = {
  ahead: ['open', 'unneeded'],
  open: ['done', 'failed', 'unneeded'],
  // Tried again, or gone on without it.
  failed: ['open', 'unneeded'],
  done: [],
  unneeded: [],
}

/** Waits between the tries of a web hook, in seconds: eight tries within about a day and a half. */
export const RETRY_AFTER = [15, 60, 300, 1800, 7200, 21_600, 86_400] as const

/** Seconds until the next try after so many; null: it was the last one. */
export function retryAfter(attempts: number): number | null {
  return RETRY_AFTER[attempts - 1] ?? null
}
