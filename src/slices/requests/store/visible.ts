import { type RawBuilder, sql } from 'kysely'
import { type Actor, may } from '../../../kernel/actor.ts'

/** Ids of organisations that the actor is in and whose requests they may see. */
function organisationsOf(actor: Actor): RawBuilder<unknown> {
  const keys = may(actor, 'requests.organisation') ? actor.facts.organisation : []
  return sql`(select id from organisations where key = any(${[...keys]}::text[]))`
}

/** Ids of the roles that the actor has. */
export function rolesOf(actor: Actor): RawBuilder<unknown> {
  return sql`(select id from roles where key = any(${[...actor.facts.role]}::text[]))`
}

/** Of a kind that its team keeps to itself: the rest of the desk does not see it. The table is called `requests`. */
export const isTeamOnly = sql<boolean>`requests.type = any (array(select key from request_types where team_only))`

/** Of a kind that is not for the organisation, whatever kind it was when it was written. */
const isConfidential = sql<boolean>`requests.type = any (array(select key from request_types where team_only or confidential))`

/** Whether it is one of the actor's organisations that they may read. */
export function isOfOrganisation(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(requests.organisation_id in ${organisationsOf(actor)} and not ${isConfidential})`
}

/**
 * Who reads a request, besides the desk and whoever has its link: its requester, for whom it is, those it is shared with by name or by
 * role, and who may see all of their organisation's. The one rule, on every path; the table is called `requests`.
 */
export function isVisibleTo(actor: Actor): RawBuilder<boolean> {
  const me = actor.personId
  if (me === null) return sql<boolean>`false`
  return sql<boolean>`(requests.requester_id = ${me} or requests.beneficiary_id = ${me}
    or exists (select from request_shares s where s.request_id = requests.id and (s.person_id = ${me} or s.role_id in ${rolesOf(actor)}))
    or ${isOfOrganisation(actor)})`
}

/** Who decides about a request: who wrote it, and for whom it is. */
export function isOwnOf({ personId: me }: Actor): RawBuilder<boolean> {
  return sql<boolean>`(requests.requester_id = ${me} or requests.beneficiary_id = ${me})`
}
