import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event } from '../../../kernel/events.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import type { NewNotification, NotificationSource } from '../../../kernel/notifications.ts'
import { contactsOfPersons, namesOfPersons } from '../../identity/index.ts'
import { findItem } from '../process/store/items.ts'
import { referenceOf } from '../rules.ts'
import { findById } from '../store/requests.ts'
import { askedOf, askMail, outcomeMail, substituteMail } from './mails.ts'
import { findSubstitution } from './store/substitutions.ts'

/** Who hears what about approvals. Who is asked always gets the mail: with its link they decide without signing in. */
export const approvalNotifications: NotificationSource = {
  kinds: [
    { kind: 'requests.approval', title: 'requests.approvals.told.asked', usual: 'both', ways: ['both', 'mail'] },
    { kind: 'requests.decided', title: 'requests.approvals.told.decided', usual: 'both' },
    { kind: 'requests.substitute', title: 'requests.approvals.told.substitute', usual: 'both' },
  ],
  on: ['approval.asked', 'approval.reminded', 'approval-chain.finished', 'substitute.named'],
  async of(ctx, event) {
    if (event.type === 'approval-chain.finished') return decided(ctx, event)
    if (event.type === 'substitute.named') return substitute(ctx, event)
    return asked(ctx, event)
  },
}

async function asked(ctx: Ctx, { type, subject }: Event): Promise<NewNotification[]> {
  const found = await askedOf(ctx, subject.id)
  const [reader] = found ? await contactsOfPersons(ctx, [found.readerId]) : []
  if (!found || !reader) return []
  const about = type === 'approval.asked' ? 'asked' : 'reminded'
  const { item, request, ask } = found
  const names = item.requesterId ? await namesOfPersons(ctx, [item.requesterId]) : new Map<string, string>()
  const name = names.get(item.requesterId ?? '') ?? ctx.texts(reader.lang)('requests.approvals.somebody')
  return [
    {
      personId: found.readerId,
      kind: 'requests.approval',
      title: {
        key: about === 'asked' ? 'requests.approvals.mail.subject' : 'requests.approvals.mail.reminder',
        values: { item: inLang(item.title, reader.lang), name },
      },
      path: `/approvals/${ask.id}`,
      portal: request.portal,
      mail: (_t, lang, own) => askMail(ctx, found, about, { name: own, lang }),
    },
  ]
}

/** To the requester: the chain of an item is over. An order says itself how its items stand, all at once. */
async function decided(ctx: Ctx, { subject, payload }: Event): Promise<NewNotification[]> {
  const request = await findById(ctx.db, subject.id)
  const item = request && (await findItem(ctx.db, { requestId: request.id, key: String(payload['itemKey']) }))
  if (!item?.requesterId || payload['outcome'] === 'cancelled' || request?.type === 'order') return []
  if (item.approval.stages.length === 0) return []
  const [reader] = await contactsOfPersons(ctx, [item.requesterId])
  if (!request || !reader) return []
  const isApproved = payload['outcome'] === 'approved'
  return [
    {
      personId: reader.id,
      kind: 'requests.decided',
      title: {
        key: isApproved ? 'requests.approvals.mail.approved' : 'requests.approvals.mail.declined',
        values: { item: inLang(item.title, reader.lang) },
      },
      path: `/requests/${referenceOf(request.number)}`,
      portal: request.portal,
      mail: (_t, lang, name) => outcomeMail(ctx, { request, item, isApproved }, { name, lang }),
    },
  ]
}

async function substitute(ctx: Ctx, { subject, payload }: Event): Promise<NewNotification[]> {
  const one = await findSubstitution(ctx.db, subject.id)
  const name = one && (await namesOfPersons(ctx, [one.person_id])).get(one.person_id)
  if (!one || one.ended_at || name === undefined) return []
  const portal = typeof payload['portal'] === 'string' ? payload['portal'] : ctx.actor.portal
  const { from_day: from, until_day: until } = one
  return [
    {
      personId: one.substitute_id,
      kind: 'requests.substitute',
      title: { key: 'requests.substitutes.mail.subject', values: { name } },
      path: '/approvals',
      portal,
      mail: (_t, lang, own) => substituteMail(ctx, { name, from, until, portal }, { name: own, lang }),
    },
  ]
}
