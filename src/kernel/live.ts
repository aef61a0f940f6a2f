import type { Ctx } from './ctx.ts'
import type { Event } from './events.ts'

/** Something that pages which are open just now should hear of. Says what changed, not how it is now: pages ask again, with their own rights. */
export interface LiveMessage {
  /** Who listens: `desk`, or `desk/{id}` for one thing. */
  topic: string
  /** What happened, `changed`, `presence`. */
  name: string
  /** JSON, small. Nothing that one of the listeners may not know. */
  payload: Record<string, unknown>
}

/** What a slice tells open pages. */
export interface LiveSource {
  /** First part of its topics. */
  topic: string
  /** Event types that make messages. */
  on: readonly string[]
  /** The messages of an event; pure, called once per process and event. */
  of(event: Event): LiveMessage[]
  /** Whether the actor may listen to a topic. `rest`: what stands behind the first `/`, or the empty string. */
  mayHear(ctx: Ctx, rest: string): boolean | Promise<boolean>
}

/** Tells open pages of something that is kept nowhere: who is looking, who is writing. Heard once the transaction is committed. */
export interface Live {
  tell(message: LiveMessage): Promise<void>
}
