import type { Channel } from './actor.ts'

/** What an operation says has happened. Written in the operation's transaction, append-only. */
export interface NewEvent {
  /** Past tense, `subject.happened`, e.g. `article.published`. */
  type: string
  /** The thing it happened to. */
  subject: { kind: string; id: string }
  /** Facts that consumers need and cannot read later. Never a secret; personal data only where the slice declares it. */
  payload?: Record<string, unknown>
}

/** An event as it stands in the table. */
export interface Event extends NewEvent {
  /** Position in the table: grows with time, has gaps. */
  id: number
  payload: Record<string, unknown>
  at: Date
  actorId: string | null
  channel: Channel
  portal: string
  requestId: string
}

/** Something a slice does, durably and at least once, after an event was committed. Runs as a job, is retried. */
export interface Reaction<Context> {
  /** Unique in the slice; names the job. */
  name: string
  /** Event types it reacts to. */
  on: readonly string[]
  handle(ctx: Context, event: Event): Promise<void>
}
