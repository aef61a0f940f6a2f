import type { Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import type { NewNotification, NotificationSource } from '../../kernel/notifications.ts'
import { namesOfPersons } from '../identity/index.ts'
import { closingText, findClosing } from './closing/closing.ts'
import { isGivenUp } from './events.ts'
import {
  answerMail,
  closedMail,
  confirmation,
  copyMail,
  movedMail,
  promiseMail,
  sharedMail,
  solvedMail,
} from './letters.ts'
import { movedWords, movingOf } from './moving.ts'
import { referenceOf } from './rules.ts'
import { findEntry } from './store/entries.ts'
import { findById, type Request } from './store/requests.ts'
import { listCopied, listReaders } from './store/shares.ts'

const MOVINGS = ['request.merged', 'request.split', 'request.unmerged']

/** What those who have an account are told of: their own requests, and those shared with them. */
export const notifications: NotificationSource = {
  kinds: [
    { kind: 'requests.received', title: 'requests.told.received', usual: 'both' },
    { kind: 'requests.answered', title: 'requests.told.answered', usual: 'both' },
    { kind: 'requests.solved', title: 'requests.told.solved', usual: 'both' },
    { kind: 'requests.promise', title: 'requests.told.promise', usual: 'both' },
    { kind: 'requests.shared', title: 'requests.told.shared', usual: 'both' },
    { kind: 'requests.copied', title: 'requests.told.copied', usual: 'both' },
    { kind: 'requests.moved', title: 'requests.told.moved', usual: 'both' },
  ],
  on: [
    'request.written',
    'request.answered',
    'request.state-changed',
    'request.promise-changed',
    'request.shared',
    ...MOVINGS,
  ],
  async of(ctx, event) {
    if (MOVINGS.includes(event.type)) return moved(ctx, event)
    const request = await findById(ctx.db, event.subject.id)
    if (!request) return []
    switch (event.type) {
      case 'request.answered':
        return answered(ctx, request, event)
      case 'request.shared':
        return shared(ctx, request, event)
      default:
        return own(ctx, request, event)
    }
  },
}

async function own(ctx: Ctx, request: Request, { type, payload }: Event): Promise<NewNotification[]> {
  const personId = request.requester_id
  if (personId === null) return []
  const about = { ...basics(request), personId }
  // An order says itself that it has arrived; what the desk split off is told of with that.
  if (type === 'request.written' && (request.type === 'order' || payload['from'])) return []
  if (type === 'request.written')
    return [
      {
        ...about,
        kind: 'requests.received',
        title: { key: 'requests.told.receivedTitle', values: words(request) },
        mail: (_t, lang, name) => confirmation(ctx, request, { name, lang }),
      },
    ]
  if (type === 'request.state-changed' && payload['state'] === 'solved')
    return [
      {
        ...about,
        kind: 'requests.solved',
        title: { key: 'requests.told.solvedTitle', values: words(request) },
        mail: (_t, lang, name) => solvedMail(ctx, request, { name, lang }),
      },
    ]
  if (type === 'request.state-changed' && isGivenUp(request, payload)) {
    const closing = await findClosing(ctx, request.id)
    return [
      {
        ...about,
        ...(closing ? { text: closingText(closing) } : {}),
        kind: 'requests.solved',
        title: { key: 'requests.told.closedTitle', values: words(request) },
        mail: (_t, lang, name) => closedMail(ctx, request, { name, lang }),
      },
    ]
  }
  if (type === 'request.promise-changed' && request.promised_at)
    return [
      {
        ...about,
        kind: 'requests.promise',
        title: { key: 'requests.told.promiseTitle', values: words(request) },
        mail: (_t, lang, name) => promiseMail(ctx, request, { name, lang }, payload['reason']),
      },
    ]
  return []
}

/** To the requester, and to those who get a copy of every answer. */
async function answered(ctx: Ctx, request: Request, { payload }: Event): Promise<NewNotification[]> {
  const entry = await findEntry(ctx.db, String(payload['entry']))
  if (!entry) return []
  const title = { key: 'requests.told.answeredTitle' as const, values: words(request) }
  const told: NewNotification[] = (await listCopied(ctx.db, request.id)).map((personId) => ({
    ...basics(request),
    personId,
    kind: 'requests.copied',
    title,
    mail: (_t, lang, name) => copyMail(ctx, request, { name, lang }, entry.body ?? ''),
  }))
  if (request.requester_id !== null)
    told.push({
      ...basics(request),
      personId: request.requester_id,
      kind: 'requests.answered',
      title,
      mail: (_t, lang, name) => answerMail(ctx, request, { name, lang }, { entry, state: payload['state'] }),
    })
  return told
}

async function shared(ctx: Ctx, request: Request, { payload, actorId }: Event): Promise<NewNotification[]> {
  if (typeof payload['person'] !== 'string') return []
  const from = (actorId && (await namesOfPersons(ctx, [actorId])).get(actorId)) || null
  return [
    {
      ...basics(request),
      personId: payload['person'],
      kind: 'requests.shared',
      title: { key: 'requests.told.sharedTitle', values: { ...words(request), name: from ?? '…' } },
      mail: (_t, lang, name) => sharedMail(ctx, request, { name, lang }, from),
    },
  ]
}

/**
 * To the requester, with the way to where it goes on; and to those who read one of the two, who are told no more of the other one than its
 * number: it may hold what was not shared with them.
 */
async function moved(ctx: Ctx, event: Event): Promise<NewNotification[]> {
  const moving = await movingOf(ctx, event)
  if (!moving) return []
  const { how, from, to } = moving
  const kind = 'requests.moved'
  const told: NewNotification[] = []
  if (to.requester_id !== null)
    told.push({
      ...basics(to),
      personId: to.requester_id,
      kind,
      title: { key: `requests.mail.moved.${how}`, values: movedWords(moving) },
      mail: (_t, lang, name) => movedMail(ctx, moving, { name, lang }),
    })
  const read = how === 'unmerged' ? to : from
  const other = how === 'unmerged' ? from : to
  for (const personId of await listReaders(ctx.db, read.id))
    if (personId !== to.requester_id)
      told.push({
        ...basics(read),
        personId,
        kind,
        title: {
          key: `requests.told.moved.${how}`,
          values: { ...words(read), toReference: referenceOf(other.number) },
        },
        text: { key: 'requests.told.movedText' },
      })
  return told
}

function basics(request: Request) {
  return { portal: request.portal, path: `/requests/${referenceOf(request.number)}` }
}

function words(request: Request) {
  return { subject: request.subject, reference: referenceOf(request.number) }
}
