import { readFile } from 'node:fs/promises'
import { join, parse as parsePath } from 'node:path'
import { Readable } from 'node:stream'
import { hashPassword } from 'better-auth/crypto'
import sharp from 'sharp'
import { parse } from 'yaml'
import { z } from 'zod'
import { Rule } from '../../kernel/audience.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { LangSchema } from '../../kernel/schema.ts'
import type { DemoAccount } from '../../kernel/slice.ts'
import { DEMO_PASSWORD } from './demo-password.ts'
import { Home, PortalDefinition } from './portal-definition.ts'
import { putCostCentre, setReporting } from './reporting/store.ts'
import { Texts } from './rules.ts'
import { markSetUp } from './set-up/store.ts'
import { insertAudience, listAudienceNames } from './store/audiences.ts'
import { addRoles, setBelonging } from './store/belonging.ts'
import { insertOrganisation, insertTeam } from './store/groups.ts'
import { idsByKey, insertPerson } from './store/persons.ts'
import { findPortal, insertPortal, renameDefaultPortal, updatePortal } from './store/portals.ts'
import { hasRoleKey, insertRole, roleIdsByKey } from './store/roles.ts'
import { putPassword } from './store/sign-in.ts'

const People = z.object({
  organisations: z.array(z.object({ key: z.string(), name: z.string() })),
  teams: z.array(z.object({ key: z.string(), name: Texts })),
  'cost-centres': z.array(z.object({ key: z.string(), name: Texts, owner: z.string() })).default([]),
  people: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      salutation: Texts.default({}),
      email: z.string(),
      roles: z.array(z.string()),
      team: z.string().optional(),
      organisation: z.string().optional(),
      manager: z.string().optional(),
      costCentre: z.string().optional(),
      language: LangSchema,
      signIn: z.boolean().default(true),
    }),
  ),
})
const Audiences = z.array(z.object({ key: z.string(), name: Texts, words: Texts, rule: Rule.nullable() }))
const Portals = z.array(
  z.object({
    key: z.string(),
    name: Texts,
    audience: z.string(),
    accent: z.string(),
    logo: z.string().optional(),
    languages: z.array(LangSchema),
    home: Home,
  }),
)

/** Roles of the demonstration besides those that every installation has. */
const ROLES: Record<string, Texts> = {
  'library-member': { de: 'Bücherei-Mitglied', en: 'Library member', el: 'Μέλος βιβλιοθήκης' },
  approver: { de: 'Führungskraft', en: 'Line manager', el: 'Προϊστάμενος' },
}

/** Loads the people, audiences and portals of the demonstration; `folder` holds `people.yaml`, `audiences.yaml` and `portals.yaml`. */
export async function loadDemo(ctx: Ctx, folder: string): Promise<void> {
  const read = async <S extends z.ZodType>(name: string, schema: S) =>
    schema.parse(parse(await readFile(join(folder, name), 'utf8')))
  await loadPeople(ctx, await read('people.yaml', People))
  await loadAudiences(ctx, await read('audiences.yaml', Audiences))
  await loadPortals(ctx, await read('portals.yaml', Portals), folder)
  await markSetUp(ctx.db)
  for (const type of ['person.changed', 'audience.changed', 'portal.changed'])
    ctx.emit({ type, subject: { kind: 'demo', id: 'identity' } })
}

async function loadPeople(ctx: Ctx, known: z.infer<typeof People>): Promise<void> {
  const { organisations, teams, people } = known
  for (const [key, names] of Object.entries(ROLES))
    if (!(await hasRoleKey(ctx.db, key))) await insertRole(ctx.db, key, { names, words: {}, permissions: [] })
  const organisationIds = new Map<string, string>()
  for (const { key, name } of organisations) organisationIds.set(key, await insertOrganisation(ctx.db, key, name))
  const teamIds = new Map<string, string>()
  for (const { key, name } of teams) teamIds.set(key, await insertTeam(ctx.db, key, name))
  const hash = await hashPassword(DEMO_PASSWORD)
  for (const person of people) {
    const id = await insertPerson(ctx.db, {
      externalKey: person.key,
      name: person.name,
      salutations: person.salutation,
      email: person.email,
      language: person.language,
      emailVerified: true,
      signIn: person.signIn,
    })
    await addRoles(ctx.db, id, await roleIdsByKey(ctx.db, person.roles))
    await setBelonging(ctx.db, id, {
      teams: [teamIds.get(person.team ?? '')].filter((one) => one !== undefined),
      organisations: [organisationIds.get(person.organisation ?? '')].filter((one) => one !== undefined),
    })
    if (person.signIn) await putPassword(ctx.db, id, hash)
  }
  await loadReporting(ctx, known)
}

/** Who reports to whom, once everybody is there. */
async function loadReporting(ctx: Ctx, { people, ...known }: z.infer<typeof People>): Promise<void> {
  const ids = await idsByKey(
    ctx.db,
    people.map((person) => person.key),
  )
  const costCentres = new Map<string, string>()
  for (const { key, name, owner } of known['cost-centres'])
    costCentres.set(key, await putCostCentre(ctx.db, null, { key, names: name, ownerId: ids.get(owner) ?? null }))
  for (const { key, manager, costCentre } of people)
    if (manager || costCentre)
      await setReporting(ctx.db, ids.get(key) as string, {
        managerId: ids.get(manager ?? '') ?? null,
        costCentreId: costCentres.get(costCentre ?? '') ?? null,
      })
}

async function loadAudiences(ctx: Ctx, audiences: z.infer<typeof Audiences>): Promise<void> {
  const known = new Set((await listAudienceNames(ctx.db)).map((audience) => audience.key))
  for (const { key, name, words, rule } of audiences)
    if (rule && !known.has(key)) await insertAudience(ctx.db, key, { names: name, words, rule }, null)
}

async function loadPortals(ctx: Ctx, portals: z.infer<typeof Portals>, folder: string): Promise<void> {
  const audiences = new Map((await listAudienceNames(ctx.db)).map((audience) => [audience.key, audience.id]))
  for (const [position, portal] of portals.entries()) {
    const logo = portal.logo ? await storeLogo(ctx, join(folder, portal.logo)) : null
    const content = {
      definition: PortalDefinition.parse({
        names: portal.name,
        langs: portal.languages,
        hosts: [],
        accent: accentOf(portal.accent),
        signUp: portal.audience === 'everyone',
        home: portal.home,
      }),
      entryAudienceId: audiences.get(portal.audience) ?? null,
      logoFileId: logo,
    }
    if (position === 0) {
      await renameDefaultPortal(ctx.db, portal.key)
      const row = await findPortal(ctx.db, portal.key)
      if (row) await updatePortal(ctx.db, row.id, row.version, content, null)
      if (row && logo) await ctx.files.claim([logo], `portal:${row.id}`)
    } else {
      const id = await insertPortal(ctx.db, portal.key, position, content, null)
      if (logo) await ctx.files.claim([logo], `portal:${id}`)
    }
  }
}

/** The store takes no SVG, which can hold scripts: the drawing becomes a picture, crisp on screens of high density. */
async function storeLogo(ctx: Ctx, path: string): Promise<string> {
  const picture = await sharp(path, { density: 400 }).resize(LOGO_SIZE, LOGO_SIZE, { fit: 'inside' }).webp().toBuffer()
  const file = await ctx.files.receive(Readable.from([picture]), { name: `${parsePath(path).name}.webp` })
  return file.id
}

const LOGO_SIZE = 192

/** `oklch(44% .085 205)` */
function accentOf(text: string): { l: number; c: number; h: number } {
  const [, l = '44', c = '.085', h = '205'] = /oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)/.exec(text) ?? []
  return { l: Number(l) / 100, c: Number(c), h: Number(h) }
}

/** The accounts of the demonstration, for whoever starts it. */
export async function demoAccounts(folder: string): Promise<DemoAccount[]> {
  const { people } = People.parse(parse(await readFile(join(folder, 'people.yaml'), 'utf8')))
  return people
    .filter((person) => person.signIn)
    .map(({ roles, email }) => ({ role: roles.at(-1) ?? '', email, password: DEMO_PASSWORD }))
}
