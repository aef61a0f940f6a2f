import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import { portalLang, portalUrl } from '../identity/index.ts'
import { findCounter } from './counter.ts'
import { isKeptToTeam } from './desk/sight.ts'
import {
  answerMail,
  closedMail,
  confirmation,
  movedMail,
  promiseMail,
  type Recipient,
  riskMail,
  solvedMail,
  type Written,
} from './letters.ts'
import { paragraphs, quoted } from './mail-words.ts'
import { movingOf } from './moving.ts'
import { referenceOf } from './rules.ts'
import { findEntry } from './store/entries.ts'
import { findById, type Request } from './store/requests.ts'

/**
 * Mails about requests to those who have no account, and to the desk; who has an account is told as they want it (`notifications.ts`).
 * Written by jobs, so that a request is never lost because of a mail.
 */
export const reactions: readonly Reaction<Ctx>[] = [
  { name: 'requests.confirm', on: ['request.written'], handle: confirm },
  { name: 'requests.tellDesk', on: ['request.written', 'request.replied'], handle: tellDesk },
  { name: 'requests.tellRequester', on: ['request.answered'], handle: tellRequester },
  { name: 'requests.tellSolved', on: ['request.state-changed'], handle: tellSolved },
  { name: 'requests.tellPromise', on: ['request.promise-changed'], handle: tellPromise },
  { name: 'requests.tellMoved', on: ['request.merged', 'request.split', 'request.unmerged'], handle: tellMoved },
  { name: 'requests.warnDesk', on: ['request.promise-at-risk'], handle: warnDesk },
]

/** To a requester without an account. What the desk split off is told of with that (`tellMoved`). */
async function confirm(ctx: Ctx, { subject, payload }: Event) {
  if (payload['from']) return
  await tellContact(ctx, await findById(ctx.db, subject.id), confirmation)
}

async function tellRequester(ctx: Ctx, { subject, payload }: Event) {
  const entry = await findEntry(ctx.db, String(payload['entry']))
  if (entry)
    await tellContact(ctx, await findById(ctx.db, subject.id), (...about) =>
      answerMail(...about, { entry, state: payload['state'] }),
    )
}

async function tellSolved(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  if (payload['state'] === 'solved') await tellContact(ctx, request, solvedMail)
  if (request && isGivenUp(request, payload)) await tellContact(ctx, request, closedMail)
}

async function tellPromise(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  if (request?.promised_at) await tellContact(ctx, request, (...about) => promiseMail(...about, payload['reason']))
}

async function tellMoved(ctx: Ctx, event: Event) {
  const moving = await movingOf(ctx, event)
  if (moving) await tellContact(ctx, moving.to, (own, _request, to) => movedMail(own, moving, to))
}

/** The desk has closed it without a solution. Orders say themselves what becomes of their items. */
export function isGivenUp(request: Request, payload: Event['payload']): boolean {
  const isClosed = payload['state'] === 'closed' && request.state === 'closed'
  return isClosed && payload['by'] === 'desk' && request.ending === 'declined' && request.type !== 'order'
}

type Letter = (ctx: Ctx, request: Request, to: Recipient) => Promise<Written>

async function tellContact(ctx: Ctx, request: Request | undefined, letter: Letter) {
  if (!request?.contact_email || request.requester_id !== null) return
  const to = { email: request.contact_email, name: request.contact_name, lang: request.lang }
  await ctx.mail.send({ to, ...(await letter(ctx, request, to)), about: `request:${request.id}` })
}

/** To the team, where nobody deals with it: a promise is about to slip. */
async function warnDesk(ctx: Ctx, { subject }: Event) {
  const request = await findById(ctx.db, subject.id)
  if (!request?.promised_at || request.assignee_id || (await isKeptToTeam(ctx, request))) return
  const email = (await findCounter(ctx, request.portal))?.email
  if (!email) return
  const lang = await portalLang(ctx, request.portal)
  await ctx.mail.send({ to: { email, lang }, ...(await riskMail(ctx, request, lang)), about: `request:${request.id}` })
}

/** To the team, where it has an address: there is something to do. */
async function tellDesk(ctx: Ctx, { type, subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const entry = await findEntry(ctx.db, String(payload['entry']))
  const counter = request && (await findCounter(ctx, request.portal))
  if (!request || !entry || !counter?.email || (await isKeptToTeam(ctx, request))) return
  const lang = await portalLang(ctx, request.portal)
  const t = ctx.texts(lang)
  const reference = referenceOf(request.number)
  await ctx.mail.send({
    to: { email: counter.email, lang },
    subject: t(type === 'request.written' ? 'requests.mail.desk.new' : 'requests.mail.desk.reply', {
      subject: request.subject,
      reference,
    }),
    text: paragraphs(
      t('requests.mail.desk.from', { name: entry.author_name ?? t('requests.side.visitor') }),
      quoted(entry.body ?? ''),
      await portalUrl(ctx, request.portal, lang, `/desk/${reference}`),
    ),
    about: `request:${request.id}`,
  })
}
