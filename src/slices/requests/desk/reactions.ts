import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import { contactOfPerson, portalUrl } from '../../identity/index.ts'
import { referenceOf } from '../rules.ts'
import { findEntry } from '../store/entries.ts'
import { findById, type Request } from '../store/requests.ts'
import { shareOut } from './share-out.ts'
import { listWatchers } from './store/watchers.ts'

/** What the desk does after something happened: shares work out, and tells colleagues. */
export const deskReactions: readonly Reaction<Ctx>[] = [
  shareOut,
  { name: 'requests.tellMentioned', on: ['request.mentioned'], handle: tellMentioned },
  { name: 'requests.tellWatchers', on: ['request.replied'], handle: tellWatchers },
]

/** To a colleague: somebody named you in a note. */
async function tellMentioned(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const entry = await findEntry(ctx.db, String(payload['entry']))
  if (request && entry)
    await tell(ctx, request, String(payload['person']), 'requests.desk.mail.mentioned', entry.author_name, entry.body)
}

/** To whoever deals with it and whoever follows it: the requester has written. */
async function tellWatchers(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const entry = await findEntry(ctx.db, String(payload['entry']))
  if (!request || !entry) return
  const watchers = await listWatchers(ctx.db, request.id)
  const people = new Set([...watchers, ...(request.assignee_id ? [request.assignee_id] : [])])
  for (const person of people)
    await tell(ctx, request, person, 'requests.desk.mail.replied', entry.author_name, entry.body)
}

async function tell(
  ctx: Ctx,
  request: Request,
  personId: string,
  key: 'requests.desk.mail.mentioned' | 'requests.desk.mail.replied',
  name: string | null,
  body: string | null,
) {
  const to = await contactOfPerson(ctx, personId)
  if (!to) return
  const t = ctx.texts(to.lang)
  const reference = referenceOf(request.number)
  const quoted = (body ?? '').replace(/^/gm, '> ')
  const address = await portalUrl(ctx, request.portal, to.lang, `/desk/${reference}`)
  const who = name ?? t('requests.side.visitor')
  await ctx.mail.send({
    to,
    subject: t('requests.desk.mail.subject', { subject: request.subject, reference }),
    text: [t(key, { name: who }), quoted, address].join('\n\n'),
    about: `request:${request.id}`,
  })
}
