import { type Actor, may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event } from '../../../kernel/events.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { NewNotification, NotificationSource } from '../../../kernel/notifications.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { portalUrl } from '../../identity/index.ts'
import { riskMail } from '../letters.ts'
import { greeting, paragraphs, quoted } from '../mail-words.ts'
import { referenceOf } from '../rules.ts'
import { type Entry, findEntry } from '../store/entries.ts'
import { findById, type Request } from '../store/requests.ts'
import { isKeptToTeam, whoSees } from './sight.ts'
import { listWatchers } from './store/watchers.ts'

const concerns = (actor: Actor) => may(actor, 'requests.work')

/** What those who work at the desk are told of. Never of a request that they do not see. */
export const deskNotifications: NotificationSource = {
  kinds: [
    { kind: 'requests.given', title: 'requests.desk.told.given', usual: 'both', concerns },
    { kind: 'requests.followed', title: 'requests.desk.told.followed', usual: 'both', concerns },
    { kind: 'requests.mentioned', title: 'requests.desk.told.mentioned', usual: 'both', concerns },
    { kind: 'requests.atRisk', title: 'requests.desk.told.atRisk', usual: 'both', concerns },
    { kind: 'requests.kept', title: 'requests.desk.told.kept', usual: 'both', concerns },
  ],
  on: [
    'request.written',
    'request.taken',
    'request.replied',
    'request.withdrawn',
    'request.mentioned',
    'request.promise-at-risk',
  ],
  async of(ctx, event) {
    const request = await findById(ctx.db, event.subject.id)
    if (!request) return []
    const told = await OF[event.type]?.(ctx, request, event)
    if (!told || told.length === 0) return []
    const seeing = new Set((await whoSees(ctx, request)).map(({ id }) => id))
    // Nobody is told of what they did themselves.
    return told.filter(({ personId }) => seeing.has(personId) && personId !== event.actorId)
  },
}

const OF: Record<string, (ctx: Ctx, request: Request, event: Event) => Promise<NewNotification[]>> = {
  'request.written': kept,
  'request.taken': async (_ctx, request, { payload }) =>
    typeof payload['assignee'] === 'string' ? [about(request, payload['assignee'], 'given')] : [],
  'request.replied': async (ctx, request, { payload }) =>
    followed(ctx, request, 'followed', await findEntry(ctx.db, String(payload['entry']))),
  'request.withdrawn': (ctx, request) => followed(ctx, request, 'withdrawn', undefined),
  'request.mentioned': mentioned,
  'request.promise-at-risk': atRisk,
}

/** To the team that keeps a kind to itself: its address is read by others as well, so that nothing is sent there. */
async function kept(ctx: Ctx, request: Request, { payload }: Event): Promise<NewNotification[]> {
  if (payload['from'] || !(await isKeptToTeam(ctx, request))) return []
  return (await whoSees(ctx, request)).map(({ id }) => about(request, id, 'kept'))
}

/** To whoever deals with it and whoever follows it. */
async function followed(
  ctx: Ctx,
  request: Request,
  what: 'followed' | 'withdrawn',
  entry: Entry | undefined,
): Promise<NewNotification[]> {
  const watchers = await listWatchers(ctx.db, request.id)
  const people = new Set([...watchers, ...(request.assignee_id ? [request.assignee_id] : [])])
  return [...people].map((id) => ({
    ...about(request, id, what),
    kind: 'requests.followed',
    ...(entry ? { mail: mailOf(ctx, request, entry, 'requests.desk.mail.replied') } : {}),
  }))
}

/** To a colleague who was named in a note. */
async function mentioned(ctx: Ctx, request: Request, { payload }: Event): Promise<NewNotification[]> {
  const entry = await findEntry(ctx.db, String(payload['entry']))
  if (!entry) return []
  return [
    {
      ...about(request, String(payload['person']), 'mentioned', { name: entry.author_name ?? '' }),
      mail: mailOf(ctx, request, entry, 'requests.desk.mail.mentioned'),
    },
  ]
}

/** To whoever deals with it; where nobody does, to the team that keeps it to itself. */
async function atRisk(ctx: Ctx, request: Request): Promise<NewNotification[]> {
  const people = request.assignee_id
    ? [request.assignee_id]
    : (await isKeptToTeam(ctx, request))
      ? (await whoSees(ctx, request)).map(({ id }) => id)
      : []
  return people.map((id) => ({
    ...about(request, id, 'atRisk'),
    mail: (_t, lang) => riskMail(ctx, request, lang),
  }))
}

function about(request: Request, personId: string, what: string, more: Record<string, string> = {}): NewNotification {
  const reference = referenceOf(request.number)
  return {
    personId,
    kind: `requests.${what}`,
    title: {
      key: `requests.desk.told.${what}Title` as TextKey,
      values: { subject: request.subject, reference, ...more },
    },
    path: `/desk/${reference}`,
    portal: request.portal,
  }
}

/** What was written, and by whom. */
function mailOf(ctx: Ctx, request: Request, entry: Entry, key: TextKey): NonNullable<NewNotification['mail']> {
  return async (t, lang: Lang, reader) => {
    const reference = referenceOf(request.number)
    return {
      subject: t('requests.desk.mail.subject', { subject: request.subject, reference }),
      text: paragraphs(
        greeting(t, reader),
        t(key, { name: entry.author_name ?? t('requests.side.visitor') }),
        quoted(entry.body ?? ''),
        await portalUrl(ctx, request.portal, lang, `/desk/${reference}`),
      ),
    }
  }
}
