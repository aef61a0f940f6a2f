import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { commands } from './commands.ts'
import { navigation, permissions, readiness } from './contributes.ts'
import { demoAccounts, loadDemo } from './demo.ts'
import { people } from './form-choices.ts'
import { jobs } from './jobs.ts'
import { operations } from './operations.ts'
import { pages } from './pages.ts'
import { personalData } from './personal-data.ts'
import type { Home } from './portal-definition.ts'
import { giveRole } from './reporting/give-role.ts'
import { joinTeam } from './reporting/join-team.ts'
import { textIn } from './rules.ts'
import { listAudienceNames } from './store/audiences.ts'
import { organisationNamesOf } from './store/choosable-people.ts'
import { findHome } from './store/homes.ts'
import { listPortals } from './store/known.ts'
import { findPerson, idsByKey, listHolders, namesOf } from './store/persons.ts'

export { createIdentification } from './identification.ts'
export { audiencesOfPerson, audienceWords, ctxAs, isColleague, listColleagues, listPersons } from './others.ts'
export { contactsOfPersons, roleChoices } from './reaching.ts'
export {
  costCentreOwner,
  factsOfPerson,
  managerOf,
  personChoices,
  type Reporting,
  reportingOf,
  teamChoices,
  teamIdsOf,
  teamNames,
} from './reporting/index.ts'
export { textIn } from './rules.ts'
export { currentCode as setUpCode, markSetUp } from './set-up/index.ts'
export { openSecret, sealSecret } from './sign-in/secrets.ts'
export { membersOfTeams, peopleNamed, personFacts } from './store/teams.ts'

/** Persons, sign-in, roles, audiences, portals: who somebody is and what they may enter. */
export const identity: Slice = {
  name: 'identity',
  operations,
  permissions,
  navigation,
  readiness,
  changesPages: [
    'portal.created',
    'portal.changed',
    'portal.deleted',
    'audience.changed',
    'team.created',
    'team.changed',
    'team.deleted',
  ],
  // A portal's logo is seen by whoever is asked to sign in to it.
  fileAccess: { portal: async () => true },
  formChoices: [people],
  personalData,
  demo: loadDemo,
  demoAccounts,
  effects: [joinTeam, giveRole],
  commands,
  jobs,
}

export const identityPages: readonly Page[] = pages

/** Names of people by id, for "written by" and the like; erased and unknown people are left out. One query for all ids. */
export function namesOfPersons(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  return namesOf(ctx.db, ids)
}

/** Names of organisations by key; unknown keys are left out. */
export function organisationNames(ctx: Ctx, keys: readonly string[]): Promise<Map<string, string>> {
  return organisationNamesOf(ctx.db, keys)
}

/** Ids by key of imported and demonstration people (`e.yildiz`). */
export function personIdsByKey(ctx: Ctx, keys: readonly string[]): Promise<Map<string, string>> {
  return idsByKey(ctx.db, keys)
}

/** Active people who hold a permission, at most 200: to be told of something, or chosen as owner. */
export function personsWith(
  ctx: Ctx,
  permission: string,
): Promise<{ id: string; name: string; email: string | null; language: string }[]> {
  return listHolders(ctx.db, permission)
}

/** All audiences with their names in the reader's language, for choosing one; at most 500. */
export async function audienceChoices(ctx: Ctx): Promise<{ id: string; key: string; name: string }[]> {
  return (await listAudienceNames(ctx.db)).map(({ id, key, names }) => ({
    id,
    key,
    name: textIn(names, ctx.lang, key),
  }))
}

/** What the home page of the portal that the actor is in says: greeting, tiles and questions, with links that name things. */
export function homeOf(ctx: Ctx): Promise<Home | undefined> {
  return findHome(ctx.db, ctx.actor.portal)
}

/** How to reach somebody: name, address and language; undefined when they are erased or have no address. */
export async function contactOfPerson(
  ctx: Ctx,
  id: string,
): Promise<{ name: string; email: string; lang: Lang } | undefined> {
  const person = await findPerson(ctx.db, id)
  if (!person?.email || person.state !== 'active') return undefined
  return { name: person.name, email: person.email, lang: person.language as Lang }
}

/** Public address of a page of a portal in a language, for mails. */
export async function portalUrl(ctx: Ctx, portal: string, lang: Lang, path: string): Promise<string> {
  const found = (await listPortals(ctx.db)).find((one) => one.key === portal)
  return `${ctx.installation.url}${found && !found.isDefault ? `/${portal}` : ''}/${lang}${path}`
}

/** All portals with their names in the reader's language. */
export async function portalChoices(ctx: Ctx): Promise<{ key: string; name: string }[]> {
  return (await listPortals(ctx.db)).map(({ key, names }) => ({ key, name: textIn(names, ctx.lang, key) }))
}

/** The first language of a portal: what is written to its own people in. */
export async function portalLang(ctx: Ctx, portal: string): Promise<Lang> {
  return (await listPortals(ctx.db)).find((one) => one.key === portal)?.langs[0] ?? 'de'
}
