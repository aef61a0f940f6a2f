import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/**
 * What the actor may see, as a condition on `services s`: published, in the portal they are in, and meant for them or shown to others on
 * purpose. The one predicate of every path by which services are read. Theke itself (building the index, jobs) reads all that is published.
 */
export function visible(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.channel === 'system') return sql<boolean>`s.state = 'published'`
  return sql<boolean>`(s.state = 'published' and ${shown(ctx)} and (s.refusal_shown or ${meant(ctx)}))`
}

/** What the actor may order: seen, and the audience includes them. */
export function orderable(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.channel === 'system') return sql<boolean>`s.state = 'published'`
  return sql<boolean>`(s.state = 'published' and ${shown(ctx)} and ${meant(ctx)})`
}

/** Whom a service is meant for (`services s`) includes the actor. */
export function meant({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(s.audience_id is null or s.audience_id = any(${[...actor.audiences]}::uuid[]))`
}

/** What the actor may edit: everything with the permission, else what is their own. */
export function editable({ actor }: Ctx): RawBuilder<boolean> {
  if (actor.permissions.has('catalogue.manage') || actor.permissions.has('*')) return sql<boolean>`true`
  return sql<boolean>`s.owner_id = ${actor.personId}::uuid`
}

/** Announcements (`service_announcements n`) that are in force now and affect the actor. */
export function inForce(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(n.ended_at is null and n.starts_at <= ${ctx.now()} and ${affects(ctx)}
    and (n.kind <> 'maintenance' or n.expected_end is null or n.expected_end > ${ctx.now()}))`
}

/** Whom an announcement affects includes the actor. */
export function affects({ actor }: Ctx): RawBuilder<boolean> {
  if (actor.channel === 'system') return sql<boolean>`true`
  return sql<boolean>`((n.audience_id is null or n.audience_id = any(${[...actor.audiences]}::uuid[]))
    and (n.portals = '{}' or ${actor.portal} = any(n.portals)))`
}

/** How `services s` works for the actor just now: the worst that is announced. */
export function statusOf(ctx: Ctx): RawBuilder<'works' | 'maintenance' | 'disturbed' | 'down'> {
  return sql`coalesce((select (array['maintenance', 'disturbed', 'down'])[max(array_position(array['maintenance', 'disturbed', 'down'], n.kind))]
    from service_announcement_services x join service_announcements n on n.id = x.announcement_id
    where x.service_id = s.id and ${inForce(ctx)}), 'works')`
}

function shown({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(s.portals = '{}' or ${actor.portal} = any(s.portals))`
}
