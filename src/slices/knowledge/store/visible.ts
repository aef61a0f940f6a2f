import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/**
 * What the actor may read, as a condition on `articles a`: published, not expired, of an audience they are in, shown in the portal they
 * are in. The one predicate of every path by which articles are read: page, lists, counts, related, feed, site map, files.
 * Theke itself (building the index, jobs) reads everything that is published.
 */
export function visible(ctx: Ctx): RawBuilder<boolean> {
  const { actor } = ctx
  const readable = sql<boolean>`a.published_at is not null and (a.expires_at is null or a.expires_at > ${ctx.now()})`
  if (actor.channel === 'system') return readable
  return sql<boolean>`${readable} and ${meant(ctx)} and ${shown(ctx)}`
}

/** Whether a category (`categories c`) may be seen: its audience and its portal. */
export function visibleCategory(ctx: Ctx): RawBuilder<boolean> {
  const { actor } = ctx
  if (actor.channel === 'system') return sql<boolean>`true`
  return sql<boolean>`(c.audience_id is null or c.audience_id = any(${audiencesOf(ctx)}::uuid[]))
    and (c.portals = '{}' or ${actor.portal} = any(c.portals))`
}

/** The audience of `articles a` includes the actor. */
export function meant(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.audience_id is null or a.audience_id = any(${audiencesOf(ctx)}::uuid[]))`
}

function shown({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.portals = '{}' or ${actor.portal} = any(a.portals))`
}

/** The audiences of the actor as a parameter: a list for `any(…)`. */
function audiencesOf({ actor }: Ctx): string[] {
  return [...actor.audiences]
}

/** Order by which the translation for a reader is chosen among `p`: theirs, the original, any other. */
export function bestTranslation(lang: string): RawBuilder<unknown> {
  return sql`(p.lang = ${lang}) desc, (p.lang = a.original_lang) desc, p.lang`
}
