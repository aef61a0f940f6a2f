import type { Facts } from '../../../kernel/audience.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { factsOf } from '../identification.ts'
import { textIn } from '../rules.ts'
import { listTeamNames, listTeamRows } from '../store/groups.ts'
import { findIdentified } from '../store/sessions.ts'
import { listActive, listMembers, listReporting, listTeamIdsOf } from './store.ts'

/** What the organisation knows about some of its people, read at once. */
export interface Reporting {
  /** Whether somebody is there at all; deactivated and erased people are not. */
  isActive(personId: string): boolean
  managerOf(personId: string): string | null
  costCentreOwnerOf(personId: string): string | null
  /** Ids of all who were read. */
  everybody: readonly string[]
  /** Active members of a team, by name. */
  membersOf(teamId: string): readonly string[]
}

/** Managers, owners of cost centres and members of teams, for these people and everybody above them. Two queries, however many there are. */
export async function reportingOf(
  ctx: Ctx,
  { personIds, teamIds }: { personIds: readonly string[]; teamIds: readonly string[] },
): Promise<Reporting> {
  const rows = await listReporting(ctx.db, personIds, teamIds)
  const members = await listMembers(ctx.db, teamIds)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    isActive: (id) => byId.get(id)?.is_active ?? false,
    managerOf: (id) => byId.get(id)?.manager_id ?? null,
    costCentreOwnerOf: (id) => byId.get(id)?.cost_centre_owner_id ?? null,
    everybody: [...byId.keys()],
    membersOf: (id) => members.get(id) ?? [],
  }
}

/** The id of somebody's manager, or null. */
export async function managerOf(ctx: Ctx, personId: string): Promise<string | null> {
  return (await reportingOf(ctx, { personIds: [personId], teamIds: [] })).managerOf(personId)
}

/** The id of the owner of the cost centre that somebody books on, or null. */
export async function costCentreOwner(ctx: Ctx, personId: string): Promise<string | null> {
  return (await reportingOf(ctx, { personIds: [personId], teamIds: [] })).costCentreOwnerOf(personId)
}

/** Ids of the teams that somebody is in. */
export function teamIdsOf(ctx: Ctx, personId: string): Promise<string[]> {
  return listTeamIdsOf(ctx.db, personId)
}

/** Names of all teams in the reader's language, by id. */
export async function teamNames(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.kept('team-names', () => listTeamNames(ctx.db))
  return new Map(rows.map(({ id, key, names }) => [id, textIn(names, ctx.lang, key)]))
}

/** All teams with their names in the reader's language, for choosing one; at most 500. */
export async function teamChoices(ctx: Ctx): Promise<{ id: string; key: string; name: string; people: number }[]> {
  return (await listTeamRows(ctx.db)).map(({ id, key, names, people }) => ({
    id,
    key,
    name: textIn(names, ctx.lang, key),
    people,
  }))
}

/** Active people by name, for choosing one; at most 500. */
export function personChoices(ctx: Ctx): Promise<{ id: string; name: string; email: string | null }[]> {
  return listActive(ctx.db, 500)
}

/** What is known of somebody, as audiences and conditions ask for it; undefined when there is no such active person. */
export async function factsOfPerson(ctx: Ctx, personId: string): Promise<Facts | undefined> {
  const row = await findIdentified(ctx.db, personId)
  return row && factsOf(row)
}
