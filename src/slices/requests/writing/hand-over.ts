import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { HandOver } from '../../../kernel/hand-over.ts'

/** Where somebody comes from, as the address of the contact page names it: `journey:KEY`. */
export const HandOverFrom = z
  .string()
  .regex(/^[a-z][a-z-]{0,39}:[\w.-]{1,200}$/)
  .describe('What somebody did before they turned to a person, as another page handed it over')

/** What somebody did before, from the area that they did it in; null when there is nothing, or not for this actor. */
export async function findHandOver(ctx: Ctx, from: string): Promise<HandOver | null> {
  const at = from.indexOf(':')
  const kind = from.slice(0, at)
  const source = Object.hasOwn(ctx.handOvers, kind) ? ctx.handOvers[kind] : undefined
  return (await source?.(ctx, from.slice(at + 1))) ?? null
}
