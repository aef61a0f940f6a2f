import type { Ctx } from './ctx.ts'
import type { Event } from './events.ts'

/** Meaning as vectors, from a model behind an OpenAI-compatible address. Only there when one is configured. */
export interface Embeddings {
  /** Vectors of different models do not compare. */
  readonly model: string
  /**
   * One vector a text, in order.
   * @throws when the address does not answer as it should
   */
  of(texts: readonly string[]): Promise<Float32Array[]>
  /** The vector of a question, or undefined when it is not there at once: nobody waits for it, and search works without. */
  ofQuestion(text: string): Promise<Float32Array | undefined>
}

/** The meaning of a findable, by its id. */
export interface Meaning {
  id: string
  vector: Float32Array
}

/** Meanings as a slice keeps them. */
export interface MeaningSource {
  on: readonly string[]
  all(ctx: Ctx): AsyncIterable<Meaning[]>
  /** What an event changed. */
  of(ctx: Ctx, event: Event): Promise<Meaning[]>
}
