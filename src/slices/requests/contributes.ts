import { may } from '../../kernel/actor.ts'
import type { Attention, Ctx } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import type { Findable } from '../../kernel/search.ts'
import type { FindableSource, NavigationItem, PersonalData, Readiness } from '../../kernel/slice.ts'
import { organisationHours } from './hours.ts'
import { referenceOf } from './rules.ts'
import { firstMessages, isFileShown } from './store/entries.ts'
import { eraseRequester, listForExport } from './store/personal.ts'
import { findById, listOwned, listRequestsOf, type Request } from './store/requests.ts'

const BATCH = 500
/** Own requests on the home page at most. */
const SHOWN = 3

/** One's own requests can be found by oneself, and by nobody else. */
export const findables: FindableSource = {
  on: [
    'request.written',
    'request.replied',
    'request.answered',
    'request.state-changed',
    'request.withdrawn',
    'request.erased',
    'request.loaded',
  ],
  async *all(ctx) {
    let after: string | null = null
    do {
      const requests: Request[] = await listOwned(ctx.db, after, BATCH)
      if (requests.length > 0) yield await findablesOf(ctx, requests)
      after = requests.length === BATCH ? (requests.at(-1)?.id ?? null) : null
    } while (after)
  },
  async of(ctx, { subject }) {
    const request = await findById(ctx.db, subject.id)
    const owned = request?.requester_id ? [request] : []
    return [{ group: `request:${subject.id}`, findables: await findablesOf(ctx, owned) }]
  },
}

async function findablesOf(ctx: Ctx, requests: Request[]): Promise<Findable[]> {
  const messages = await firstMessages(
    ctx.db,
    requests.map((request) => request.id),
  )
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
    facets: { portal: [request.portal] },
    updatedAt: request.changed_at.getTime(),
  }))
}

/** One's own requests that are not done yet. */
export async function attention(ctx: Ctx): Promise<Attention[]> {
  if (ctx.actor.personId === null) return []
  const open = await listRequestsOf(ctx.db, ctx.actor.personId, { after: null, limit: SHOWN, open: true })
  return open.slice(0, SHOWN).map((request) => {
    const reference = referenceOf(request.number)
    return {
      title: request.subject,
      label: `${reference} · ${ctx.t(`requests.state.${request.state}`)}`,
      tone: request.state === 'waiting' ? 'warn' : 'accent',
      note: request.promised_at
        ? { kind: 'promised', at: request.promised_at }
        : { kind: 'changed', at: request.changed_at },
      path: `/requests/${reference}`,
    }
  })
}

/** Files of a request are read by its requester, those of notes only by the desk. Links carry a key of their own. */
export async function mayReadFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  if (may(ctx.actor, 'requests.work')) return true
  const request = await findById(ctx.db, file.owner?.split(':')[1] ?? '')
  if (!request || ctx.actor.personId === null || request.requester_id !== ctx.actor.personId) return false
  return isFileShown(ctx.db, request.id, file.id)
}

export const personalData: PersonalData = {
  tables: [
    {
      table: 'requests',
      purpose: 'To deal with what somebody wrote, and answer them.',
      retention: 'Until erased; anonymised cases stay for the figures.',
    },
    { table: 'request_entries', purpose: 'What was said about it, by whom.', retention: 'As the request.' },
  ],
  export: (ctx, personId) => listForExport(ctx.db, personId),
  async erase(ctx, personId) {
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
    order: 40,
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
