import type { z } from 'zod'
import type { Ctx } from './ctx.ts'
import type { TextKey } from './text.ts'

/** For what an effect is run: an item of a request that has been approved. */
export interface EffectCause {
  requestId: string
  /** What whoever opened the request calls the item. */
  itemKey: string
  requesterId: string | null
  beneficiaryId: string | null
  /** Answers of the item's form, by key. */
  answers: Record<string, unknown>
}

/**
 * Something that Theke itself can do when a request is fulfilled, offered by the slice that owns it: activate a service, let somebody into a
 * team. Runs in a transaction with the record that it was done, at least once: doing it twice must do no harm. A refusal says why it could
 * not be done; people at the desk see it and may try again.
 */
export interface Effect<S extends z.ZodType = z.ZodType> {
  /** `slice.verb`. */
  name: string
  title: TextKey
  /** What the definition says about it: an object of plain fields. */
  input: S
  /** What its fields are called where the definition is edited, and what may be chosen. */
  fields?: readonly EffectField[]
  /** Gives whether anything was changed: what was so before anybody ordered it is not taken back later. */
  run(ctx: Ctx, cause: EffectCause, input: z.output<S>): Promise<boolean>
  /**
   * Takes back what `run` did, when the service that was ordered ends or its order is dropped. Doing it twice must do no harm. Without it, what
   * was done stays.
   * @param options.isNeeded something else that the person has does the same for them
   */
  undo?(ctx: Ctx, cause: EffectCause, input: z.output<S>, options: { isNeeded: boolean }): Promise<void>
}

/** A field of an effect's input, for editing. */
export interface EffectField {
  key: string
  title: TextKey
  /** What may be chosen; without it, it is typed. */
  choices?: (ctx: Ctx) => Promise<{ value: string; label: string }[]>
}

/** Declares an effect; only gives types. */
export function defineEffect<S extends z.ZodType>(effect: Effect<S>): Effect {
  return effect as unknown as Effect
}
