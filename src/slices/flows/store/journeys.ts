import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { idOfSigned } from '../../../kernel/signed-id.ts'
import { Definition } from '../definition.ts'
import type { Answer } from '../rules.ts'
import { meant } from './visible.ts'

/** What the links of journeys are signed for. */
export const JOURNEY = 'flow journey'

/** A journey with the definition that it began with. */
export interface Journey {
  id: string
  flow_id: string
  key: string
  version: number
  person_id: string | null
  at_step: string
  trail: Answer[]
  ended: boolean
  helped: boolean | null
  changed_at: Date
  definition: Definition
}

/**
 * A journey by its link, for those whom its flow is meant for. One that belongs to a person opens for nobody else, link or not: it may
 * show what was looked up for them.
 */
export async function findJourneyFor(
  ctx: Ctx,
  link: string,
  options: { lock?: boolean } = {},
): Promise<Journey | undefined> {
  const id = idOfSigned(link, ctx.installation.secret, JOURNEY)
  if (!id) return undefined
  const { actor } = ctx
  const own = actor.channel === 'system' ? sql`true` : sql`(j.person_id is null or j.person_id = ${actor.personId})`
  const { rows } = await sql<Journey>`
    select j.id, j.flow_id, f.key, j.version, j.person_id, j.at_step, j.trail, j.ended, j.helped, j.changed_at, v.definition
    from flow_journeys j join flows f on f.id = j.flow_id
    join flow_versions v on v.flow_id = j.flow_id and v.version = j.version
    where j.id = ${id} and ${own} and ${meant(ctx)}
    ${options.lock ? sql`for update of j` : sql``}`.execute(ctx.db)
  return rows[0] && { ...rows[0], definition: Definition.parse(rows[0].definition) }
}

/** Begins a journey; gives its id. */
export async function insertJourney(
  ctx: Ctx,
  journey: Pick<Journey, 'flow_id' | 'version' | 'at_step' | 'trail' | 'ended'>,
) {
  const row = await ctx.db
    .insertInto('flow_journeys')
    .values({
      ...journey,
      trail: JSON.stringify(journey.trail),
      person_id: ctx.actor.personId,
      portal: ctx.actor.portal,
      changed_at: ctx.now(),
      created_at: ctx.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Moves a journey. One that nobody owned becomes that of whoever is signed in. */
export async function moveJourney(ctx: Ctx, id: string, place: Pick<Journey, 'at_step' | 'trail' | 'ended'>) {
  await ctx.db
    .updateTable('flow_journeys')
    .set({
      at_step: place.at_step,
      trail: JSON.stringify(place.trail),
      ended: place.ended,
      helped: null,
      changed_at: ctx.now(),
      ...(ctx.actor.personId ? { person_id: ctx.actor.personId } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export async function rateJourney(ctx: Ctx, id: string, helped: boolean) {
  await ctx.db.updateTable('flow_journeys').set({ helped, changed_at: ctx.now() }).where('id', '=', id).execute()
}

export async function deleteJourney(ctx: Ctx, id: string) {
  await ctx.db.deleteFrom('flow_journeys').where('id', '=', id).execute()
}

/** A journey under way, for "continue where you left". */
export interface GoingJourney {
  id: string
  key: string
  title: Partial<Record<string, string>>
  question: Partial<Record<string, string>>
  changed_at: Date
}

/** One's own journeys that have not ended, newest first. */
export async function listGoing(
  ctx: Ctx,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<GoingJourney[]> {
  const { rows } = await sql<GoingJourney>`
    select j.id, f.key, v.definition->'title' as title, j.changed_at, coalesce((
      select step->'title' from jsonb_array_elements(v.definition->'steps') step where step->>'id' = j.at_step limit 1
    ), '{}') as question
    from flow_journeys j join flows f on f.id = j.flow_id
    join flow_versions v on v.flow_id = j.flow_id and v.version = j.version
    where j.person_id = ${ctx.actor.personId} and not j.ended and ${meant(ctx)}
      and ${after ? sql`(j.changed_at, j.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by j.changed_at desc, j.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** Forgets journeys that nobody has touched for a while: sooner those that belong to nobody. */
export async function forgetOldJourneys(ctx: Ctx, limits: { nobodys: Date; persons: Date }): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from flow_journeys where id in (
      select id from flow_journeys
      where changed_at < ${limits.nobodys} and (person_id is null or changed_at < ${limits.persons}) limit 5000
    ) returning id`.execute(ctx.db)
  return rows.length
}
