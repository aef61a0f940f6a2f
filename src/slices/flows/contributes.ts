import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import type { FindableSource, Job, NavigationItem, PersonalData, SiteMapEntry } from '../../kernel/slice.ts'
import { isMeant, listFindables, listFlows } from './store/flows.ts'
import { forgetOldJourneys } from './store/journeys.ts'
import { erasePerson, exportPerson } from './store/personal-data.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/** Published flows for the search index: one thing to find for every language. */
export const findables: FindableSource = {
  on: ['flow.published', 'flow.withdrawn', 'flow.changed', 'flow.removed', 'flows.loaded'],
  async *all(ctx) {
    let after: string | null = null
    do {
      const { findables, next } = await listFindables(ctx, { after }, BATCH)
      if (findables.length > 0) yield findables
      after = next
    } while (after)
  },
  async of(ctx, { subject, payload }) {
    const ids =
      subject.kind === 'flow' ? [subject.id] : Array.isArray(payload['ids']) ? (payload['ids'] as string[]) : []
    const groups = []
    for (const id of ids)
      groups.push({ group: `flow:${id}`, findables: (await listFindables(ctx, { id }, 1)).findables })
    return groups
  },
}

/** Pictures of a flow are seen by those whom it is meant for, and by those who write it. */
export async function mayReadFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  if (may(ctx.actor, 'flows.write')) return true
  return isMeant(ctx, file.owner?.split(':')[1] ?? '')
}

/** Addresses for the site map of the portal that the actor is in. */
export async function* siteMap(ctx: Ctx): AsyncIterable<SiteMapEntry[]> {
  let after: { position: number; key: string } | null = null
  do {
    const rows: Awaited<ReturnType<typeof listFlows>> = await listFlows(ctx, after, BATCH)
    yield rows.flatMap(({ key, title, published_at }) => {
      const path = `/guided-help/${key}`
      const alternates = Object.keys(title).map((lang) => ({ lang, path }))
      return alternates.map(({ lang }) => ({ path, lang, updatedAt: published_at, alternates }))
    })
    after = rows.length === BATCH ? (rows.at(-1) ?? null) : null
  } while (after)
}

/** Journeys are kept for a month, those of somebody signed in for half a year. */
export const forgetJourneys: Job = {
  name: 'flows.forgetJourneys',
  schedule: '20 3 * * *',
  async handle(ctx) {
    const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS)
    const limits = { nobodys: before(30), persons: before(180) }
    while ((await forgetOldJourneys(ctx, limits)) > 0);
  },
}

export const personalData: PersonalData = {
  tables: [
    {
      table: 'flow_journeys',
      purpose: 'What somebody answered on their way through guided help, so that they can go on later.',
      retention: 'Half a year after the last answer; a month when nobody was signed in.',
    },
    { table: 'flows', purpose: 'Who changed a flow last', retention: 'As long as the flow' },
    { table: 'flow_versions', purpose: 'Who published', retention: 'As long as the flow' },
  ],
  export: exportPerson,
  erase: erasePerson,
}

export const navigation: readonly NavigationItem[] = [
  {
    place: 'portal',
    title: 'flows.nav.portal',
    path: '/guided-help',
    icon: 'route',
    order: 50,
    visible: () => true,
  },
  {
    place: 'admin',
    group: 'knowledge.nav.group',
    title: 'flows.nav.admin',
    path: '/admin/flows',
    icon: 'git-branch',
    order: 14,
    visible: (actor) => may(actor, 'flows.write'),
  },
]
