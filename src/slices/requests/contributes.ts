import { may } from '../../kernel/actor.ts'
import type { Attention, Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { Id } from '../../kernel/schema.ts'
import type { Findable } from '../../kernel/search.ts'
import type { FindableSource, FoundGroup, NavigationItem, PersonalData, Readiness } from '../../kernel/slice.ts'
import { isSeenAtDesk } from './desk/store/desk.ts'
import { eraseAtDesk, listDeskForExport } from './desk/store/personal.ts'
import { organisationHours } from './hours.ts'
import { eraseProcess, listProcessForExport } from './process/store/personal.ts'
import { isPromiseAhead, referenceOf } from './rules.ts'
import { firstMessages, isFileShown } from './store/entries.ts'
import { listVisible } from './store/lists.ts'
import { eraseRequester, listForExport } from './store/personal.ts'
import { findByIds, isVisible, listOwned, type Request } from './store/requests.ts'
import { readersOf } from './store/shares.ts'
import { summariesOf } from './views.ts'

const BATCH = 500
/** Own requests on the home page at most. */
const SHOWN = 3

/** Requests are found by whose they are, for whom they are, and those they are shared with by name; by nobody else. */
export const findables: FindableSource = {
  on: [
    'request.written',
    'request.replied',
    'request.answered',
    'request.state-changed',
    'request.withdrawn',
    'request.erased',
    'request.loaded',
    'request.shared',
    'request.unshared',
    'request.claimed',
    'request.requester-changed',
    'request.promise-changed',
  ],
  async *all(ctx) {
    let after: string | null = null
    do {
      const requests: Request[] = await listOwned(ctx.db, after, BATCH)
      if (requests.length > 0) yield await findablesOf(ctx, requests)
      after = requests.length === BATCH ? (requests.at(-1)?.id ?? null) : null
    } while (after)
  },
  of: (ctx, event) => findNow(ctx, [event]),
  ofMany: findNow,
}

async function findNow(ctx: Ctx, events: readonly Event[]): Promise<FoundGroup[]> {
  const ids = events.map((event) => event.subject.id)
  const owned = (await findByIds(ctx.db, ids)).filter((request) => request.requester_id !== null)
  const found = new Map((await findablesOf(ctx, owned)).map((findable) => [findable.group, findable]))
  return ids.map((id) => {
    const findable = found.get(`request:${id}`)
    return { group: `request:${id}`, findables: findable ? [findable] : [] }
  })
}

async function findablesOf(ctx: Ctx, requests: Request[]): Promise<Findable[]> {
  const ids = requests.map((request) => request.id)
  const messages = await firstMessages(ctx.db, ids)
  const readers = await readersOf(ctx.db, ids)
  return requests.map((request) => ({
    id: `request:${request.id}`,
    group: `request:${request.id}`,
    kind: 'request',
    lang: request.lang,
    title: request.subject,
    text: messages.get(request.id) ?? '',
    keywords: [referenceOf(request.number), String(request.number)],
    url: `/requests/${referenceOf(request.number)}`,
    audience: null,
    owner: request.requester_id as string,
    readers: [...(request.beneficiary_id ? [request.beneficiary_id] : []), ...(readers.get(request.id) ?? [])],
    facets: { portal: [request.portal] },
    updatedAt: request.changed_at.getTime(),
  }))
}

/** One's own requests that are not done yet. */
export async function attention(ctx: Ctx): Promise<Attention[]> {
  if (ctx.actor.personId === null) return []
  const query = { scope: 'mine', after: null, limit: SHOWN, open: true, type: null, text: null } as const
  const open = await listVisible(ctx.db, ctx.actor, query)
  // An order says by itself how it stands; only a question back to the orderer is said here.
  const own = open.filter((request) => request.type !== 'order' || request.state === 'waiting')
  const shown = own.slice(0, SHOWN)
  const summaries = await summariesOf(ctx, shown)
  return shown.map((request, n) => {
    const reference = referenceOf(request.number)
    return {
      title: request.subject,
      label: `${reference} · ${summaries[n]?.stateWord ?? ctx.t(`requests.state.${request.state}`)}`,
      tone: request.state === 'waiting' ? 'warn' : 'accent',
      note:
        request.promised_at && isPromiseAhead(request)
          ? { kind: 'promised', at: request.promised_at }
          : { kind: 'changed', at: request.changed_at },
      path: `/requests/${reference}`,
    }
  })
}

/** Files of a request are read by whoever reads it, those of notes only by the desk. Links carry a key of their own. */
export async function mayReadFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  const id = file.owner?.split(':')[1] ?? ''
  if (Id.safeParse(id).success && (await isSeenAtDesk(ctx, id))) return true
  return (await isVisible(ctx, id)) && isFileShown(ctx.db, id, file.id)
}

export const personalData: PersonalData = {
  tables: [
    {
      table: 'requests',
      purpose: 'To deal with what somebody wrote, and answer them.',
      retention:
        'Until erased; of visitors so many days after closing as are set (365). Cases without a person stay for the figures.',
    },
    {
      table: 'request_items',
      purpose: 'What was ordered, for whom, to have it approved and fulfilled.',
      retention: 'As the request.',
    },
    {
      table: 'approval_asks',
      purpose: 'Who was asked to approve something, and what they decided.',
      retention: 'As the request; reasons until their author is erased.',
    },
    {
      table: 'substitutions',
      purpose: 'Who decides for whom while they are away.',
      retention: 'Until one of them is erased.',
    },
    { table: 'fulfilment_work', purpose: 'Who did what for a request.', retention: 'As the request.' },
    {
      table: 'webhook_deliveries',
      purpose: 'What other systems were told to fulfil a request, and what they answered.',
      retention: 'As the request; its contents until erased.',
    },
    { table: 'request_entries', purpose: 'What was said about it, by whom.', retention: 'As the request.' },
    { table: 'request_shares', purpose: 'Who else may read it.', retention: 'Until the share or the request ends.' },
    {
      table: 'request_ratings',
      purpose: 'How satisfied somebody was.',
      retention: 'As the request; comments until erased.',
    },
    { table: 'request_views', purpose: 'Filters that somebody has kept.', retention: 'Until removed.' },
    {
      table: 'desk_seats',
      purpose: 'Who has a request open at the desk, and what they have begun to write.',
      retention: 'Until it is sent or they are erased.',
    },
    { table: 'request_watchers', purpose: 'Which colleagues want to hear of a request.', retention: 'As the request.' },
    { table: 'desk_views', purpose: 'Filters that an agent has kept.', retention: 'Until removed.' },
    { table: 'desk_templates', purpose: 'Answers that an agent has written beforehand.', retention: 'Until removed.' },
    { table: 'desk_macros', purpose: 'Steps that an agent has prepared for themselves.', retention: 'Until removed.' },
    {
      table: 'desk_agents',
      purpose: 'What an agent can do and when they are away, to share work out.',
      retention: 'While they work at the desk.',
    },
    { table: 'request_merges', purpose: 'Who put two requests together.', retention: 'As the request.' },
    { table: 'known_errors', purpose: 'Who raised a known error.', retention: 'Until its author is erased.' },
    {
      table: 'solved_before_writing',
      purpose: 'What was solved before it was written.',
      retention: 'For the figures; the person until erased.',
    },
  ],
  export: async (ctx, personId) => ({
    ...(await listForExport(ctx.db, personId)),
    ...(await listProcessForExport(ctx.db, personId)),
    ...(await listDeskForExport(ctx.db, personId)),
  }),
  async erase(ctx, personId) {
    await eraseProcess(ctx.db, personId)
    await eraseAtDesk(ctx.db, personId)
    for (const { id, files } of await eraseRequester(ctx.db, personId)) {
      for (const file of files) await ctx.files.remove(file)
      ctx.emit({ type: 'request.erased', subject: { kind: 'request', id } })
    }
  },
}

export const navigation: readonly NavigationItem[] = [
  {
    place: 'portal',
    title: 'requests.nav.contact',
    path: '/contact',
    icon: 'message-square-text',
    order: 30,
    visible: () => true,
  },
  {
    place: 'account',
    title: 'requests.nav.mine',
    path: '/requests',
    icon: 'inbox',
    order: 10,
    visible: (actor) => actor.personId !== null,
  },
  {
    place: 'admin',
    title: 'requests.nav.hours',
    path: '/admin/hours',
    icon: 'clock',
    order: 60,
    group: 'requests.nav.group',
    visible: (actor) => may(actor, 'platform.manage'),
  },
  {
    place: 'admin',
    title: 'requests.retention.title',
    path: '/admin/retention',
    icon: 'calendar-clock',
    order: 62,
    group: 'requests.nav.group',
    visible: (actor) => may(actor, 'platform.manage'),
  },
  {
    place: 'admin',
    title: 'requests.types.title',
    path: '/admin/request-types',
    icon: 'list',
    order: 61,
    group: 'requests.nav.group',
    visible: (actor) => may(actor, 'requests.manage'),
  },
]

export const readiness: readonly Readiness[] = [
  {
    title: 'requests.ready.hours',
    hint: 'requests.ready.hoursHint',
    path: '/admin/hours',
    done: async (ctx) =>
      Object.values(await ctx.settings.get(organisationHours)).some(
        (counter) => Object.values(counter.week).flat().length > 0,
      ),
  },
]
