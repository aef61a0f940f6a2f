import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/**
 * Whether the actor is one of those whom `flows f` is meant for: its audience and its portals. The one predicate of every path by which
 * flows and journeys are read. Theke itself (building the index, jobs) reads everything.
 */
export function meant({ actor }: Ctx): RawBuilder<boolean> {
  if (actor.channel === 'system') return sql<boolean>`true`
  return sql<boolean>`(f.audience_id is null or f.audience_id = any(${[...actor.audiences]}::uuid[]))
    and (f.portals = '{}' or ${actor.portal} = any(f.portals))`
}

/** Meant for the actor, and published. */
export function visible(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`f.version is not null and ${meant(ctx)}`
}
