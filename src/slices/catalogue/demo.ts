import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../kernel/ctx.ts'
import { LANGS } from '../../kernel/lang.ts'
import { latestForm } from '../forms/index.ts'
import { audienceChoices, personIdsByKey, teamChoices } from '../identity/index.ts'
import { Definition, type Texts } from './content.ts'
import { type DemoOrder, placeDemoOrder } from './demo-orders.ts'
import { ordering } from './ordering.ts'
import { endAnnouncement, insertAnnouncement, insertUpdate } from './store/announcements.ts'
import { insertCategory } from './store/categories.ts'
import { insertService, publishVersion } from './store/versions.ts'

interface DemoService {
  key: string
  category: string
  picture?: string
  icon: string
  portals: string[]
  audience?: string
  refusalShown?: boolean
  owner: string
  price?: { once?: number; recurring?: number; every?: 'month' | 'year'; taxPercent?: number }
  promiseDays?: number
  mostAtOnce?: number
  isHeld?: boolean
  noticeDays?: number
  /** Key of a form that is filled in when ordering. */
  form?: string
  /** Who approves, one after the other: `manager`, or a person's key. */
  approve?: string[]
  /** What is done, one after the other: by a team, or by Theke itself. */
  work?: ({ title: Texts } & ({ team: string } | { effect: string; input?: object }))[]
  texts: Record<string, object>
}

interface DemoCatalogue {
  categories: { key: string; icon: string; title: Texts; description: Texts }[]
  services: DemoService[]
  announcements: {
    kind: 'disturbed' | 'down' | 'maintenance'
    services: string[]
    /** Hours from now; negative is past. */
    from: number
    until?: number
    ended?: boolean
    title: Texts
    text: Texts
    updates?: Texts[]
  }[]
  orders: DemoOrder[]
}

/** Loads the catalogue of the demonstration: categories, services with pictures, and what is announced. */
export async function loadDemo(ctx: Ctx, folder: string): Promise<void> {
  const { categories, services, announcements, orders } = parse(
    await readFile(join(folder, 'services.yaml'), 'utf8'),
  ) as DemoCatalogue
  const categoryIds = new Map<string, string>()
  for (const [position, { key, icon, title, description }] of categories.entries())
    categoryIds.set(
      key,
      await insertCategory(ctx.db, key, { icon, position: position * 10, titles: title, descriptions: description }),
    )
  const audiences = new Map((await audienceChoices(ctx)).map(({ key, id }) => [key, id]))
  const people = services.flatMap(({ owner, approve = [] }) => [owner, ...approve])
  const owners = await personIdsByKey(ctx, [...new Set([...people, ...orders.map(({ from }) => from)])])
  const teams = new Map((await teamChoices(ctx)).map(({ key, id }) => [key, id]))
  const ids = new Map<string, string>()
  for (const [position, service] of services.entries()) {
    const known = { categoryIds, audiences, owners, teams }
    ids.set(service.key, await load(ctx, folder, service, position * 10, known))
  }
  for (const one of announcements) await announce(ctx, one, ids)
  for (const order of orders.toSorted((a, b) => b.days - a.days))
    await placeDemoOrder(ctx, order, owners.get(order.from) ?? '')
  // Everybody who works here may order for the colleagues.
  await ctx.settings.set(ordering, { forOthers: audiences.get('employees') ?? null })
  ctx.emit({ type: 'services.loaded', subject: { kind: 'demo', id: 'catalogue' }, payload: { ids: [...ids.values()] } })
}

interface Known {
  categoryIds: ReadonlyMap<string, string>
  audiences: ReadonlyMap<string, string>
  owners: ReadonlyMap<string, string>
  teams: ReadonlyMap<string, string>
}

async function load(ctx: Ctx, folder: string, service: DemoService, position: number, known: Known): Promise<string> {
  const { key, category, picture, audience, owner, texts, price = {}, form, approve = [], work = [], ...rest } = service
  if (audience && !known.audiences.has(audience))
    throw new Error(`the demonstration names no known audience: ${audience}`)
  const file =
    picture && (await ctx.files.receive(createReadStream(join(folder, 'pictures', picture)), { name: picture }))
  const definition = Definition.parse({
    ...rest,
    texts: Object.fromEntries(LANGS.filter((lang) => texts[lang]).map((lang) => [lang, texts[lang]])),
    categoryId: known.categoryIds.get(category) ?? null,
    audienceId: audience ? known.audiences.get(audience) : null,
    ownerId: known.owners.get(owner) ?? null,
    pictureId: file ? file.id : null,
    price,
    formKey: form && (await latestForm(ctx, form)) ? form : null,
    approval: { stages: approve.map((who, n) => stageOf(who, n, known)) },
    fulfilment: {
      stages: work.map((one, n) => ({ work: [workOf(one, n, known)] })),
    },
  })
  const id = await insertService(ctx, { key, position, definition })
  if (file) await ctx.files.claim([file.id], `service:${id}`)
  await publishVersion(ctx, id, 1, definition)
  return id
}

function workOf({ title, ...by }: NonNullable<DemoService['work']>[number], n: number, { teams }: Known) {
  const named = { key: `step-${n + 1}`, title }
  return 'team' in by
    ? { kind: 'task', ...named, teamId: teams.get(by.team) }
    : { kind: 'effect', ...named, effect: by.effect, input: by.input ?? {} }
}

function stageOf(who: string, n: number, { owners }: Known) {
  const approver =
    who === 'manager' ? { kind: 'manager', of: 'beneficiary' } : { kind: 'person', personId: owners.get(who) }
  return { steps: [{ key: `step-${n + 1}`, approver, remindAfter: 16 }] }
}

async function announce(ctx: Ctx, one: DemoCatalogue['announcements'][number], ids: ReadonlyMap<string, string>) {
  const at = (hours: number) => new Date(ctx.now().getTime() + hours * 3_600_000)
  const services = one.services.map((key) => ids.get(key) ?? '').filter(Boolean)
  const content = {
    kind: one.kind,
    titles: one.title,
    texts: one.text,
    audienceId: null,
    startsAt: at(one.from),
    expectedEnd: one.until === undefined ? null : at(one.until),
  }
  const id = await insertAnnouncement(ctx, content, services)
  for (const texts of one.updates ?? []) await insertUpdate(ctx, id, texts)
  if (one.ended) await endAnnouncement({ ...ctx, now: () => at(one.until ?? 0) }, id)
}
