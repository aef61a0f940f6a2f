import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { TextKey } from '../../kernel/text.ts'
import { portalLang, portalUrl } from '../identity/index.ts'
import { whyClosed } from './closing/closing.ts'
import { findCounter } from './counter.ts'
import { isKeptToTeam } from './desk/sight.ts'
import { greeting, paragraphs, quoted, withoutLinks } from './mail-words.ts'
import { SCORES } from './ratings/rating-view.ts'
import { codeOf, linkOf, ratingLinkOf, referenceOf } from './rules.ts'
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

interface Recipient {
  name: string | null
  lang: Lang
}
interface Written {
  subject: string
  text: string
}
type Letter = (ctx: Ctx, request: Request, to: Recipient) => Promise<Written>

async function tellContact(ctx: Ctx, request: Request | undefined, letter: Letter) {
  if (!request?.contact_email || request.requester_id !== null) return
  const to = { email: request.contact_email, name: request.contact_name, lang: request.lang }
  await ctx.mail.send({ to, ...(await letter(ctx, request, to)), about: `request:${request.id}` })
}

/** It has arrived, this is how to follow it, and until when they hear from us. */
export async function confirmation(ctx: Ctx, request: Request, to: Recipient): Promise<Written> {
  const t = ctx.texts(to.lang)
  // Nobody has proven yet that the address is theirs.
  const said = request.requester_id ? (text: string) => text : withoutLinks
  return {
    subject: t('requests.mail.confirm.subject', { reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name && said(to.name)),
      t('requests.mail.confirm.arrived', { subject: said(request.subject), reference: referenceOf(request.number) }),
      request.promised_at && t('requests.mail.confirm.promise', { day: await dayOf(ctx, request, to.lang) }),
      t('requests.mail.follow'),
      await addressOf(ctx, request, to.lang),
      request.requester_id
        ? null
        : t('requests.mail.code', { code: codeOf(ctx.installation.secret, request.id, request.link_version) }),
    ),
  }
}

/** The answer itself, and how to write back. */
export async function answerMail(
  ctx: Ctx,
  request: Request,
  to: Recipient,
  { entry, state }: { entry: { author_name: string | null; body: string | null }; state: unknown },
): Promise<Written> {
  const t = ctx.texts(to.lang)
  return {
    subject: t('requests.mail.answer.subject', { subject: request.subject, reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.answer.wrote', { name: entry.author_name ?? t('requests.side.desk') }),
      quoted(entry.body ?? ''),
      state === 'waiting' ? t('requests.mail.answer.waiting') : null,
      t('requests.mail.answer.reply'),
      await addressOf(ctx, request, to.lang),
      state === 'solved' ? await ratingText(ctx, request, to.lang) : null,
    ),
  }
}

/** It is solved, without a word of the desk; and the one click about how satisfied they are. */
export async function solvedMail(ctx: Ctx, request: Request, to: Recipient): Promise<Written> {
  const t = ctx.texts(to.lang)
  return {
    subject: t('requests.mail.solved.subject', { subject: request.subject, reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.solved.text', { subject: request.subject }),
      await addressOf(ctx, request, to.lang),
      await ratingText(ctx, request, to.lang),
    ),
  }
}

/** It is closed without a solution, and why; where to read on, and to say so if that is not right. */
export async function closedMail(ctx: Ctx, request: Request, to: Recipient): Promise<Written> {
  const t = ctx.texts(to.lang)
  const reason = await whyClosed(ctx, request.id, t)
  return {
    subject: t('requests.mail.closed.subject', { subject: request.subject, reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.closed.text', { subject: request.subject }),
      reason && t('requests.closing.why', { reason }),
      t('requests.mail.closed.goOn'),
      await addressOf(ctx, request, to.lang),
    ),
  }
}

/** Five links, each of which only chooses beforehand: programs that follow links in mails rate nothing. */
async function ratingText(ctx: Ctx, request: Request, lang: Lang): Promise<string> {
  const t = ctx.texts(lang)
  const link = ratingLinkOf(ctx.installation.secret, request.id, request.link_version)
  const address = await portalUrl(ctx, request.portal, lang, `/rate/${link}`)
  const lines = SCORES.map((score) => `${t(`requests.rating.score.${score}` as TextKey)}: ${address}?score=${score}`)
  return [t('requests.rating.mail'), ...lines].join('\n')
}

/** The promise has moved, and why. A pause of their own they know of. */
export async function promiseMail(ctx: Ctx, request: Request, to: Recipient, why: unknown): Promise<Written> {
  const t = ctx.texts(to.lang)
  const reason = request.promise_reason ?? t(`requests.promise.reason.${String(why)}` as TextKey)
  return {
    subject: t('requests.mail.promise.subject', { subject: request.subject, reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.promise.moved', { day: await dayOf(ctx, request, to.lang) }),
      t('requests.mail.promise.reason', { reason }),
      await addressOf(ctx, request, to.lang),
    ),
  }
}

/** A request was shared with them by name: they may read it now. */
export async function sharedMail(ctx: Ctx, request: Request, to: Recipient, from: string | null): Promise<Written> {
  const t = ctx.texts(to.lang)
  const words = {
    name: from ?? t('requests.side.visitor'),
    subject: request.subject,
    reference: referenceOf(request.number),
  }
  return {
    subject: t('requests.mail.shared.subject', words),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.shared.text', words),
      await portalUrl(ctx, request.portal, to.lang, `/requests/${words.reference}`),
    ),
  }
}

/** A copy of an answer. */
export async function copyMail(ctx: Ctx, request: Request, to: Recipient, body: string): Promise<Written> {
  const t = ctx.texts(to.lang)
  const reference = referenceOf(request.number)
  return {
    subject: t('requests.mail.answer.subject', { subject: request.subject, reference }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.copy'),
      quoted(body),
      await portalUrl(ctx, request.portal, to.lang, `/requests/${reference}`),
    ),
  }
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

/** A promise is about to slip. */
export async function riskMail(ctx: Ctx, request: Request, lang: Lang): Promise<Written> {
  const t = ctx.texts(lang)
  const reference = referenceOf(request.number)
  return {
    subject: t('requests.mail.risk.subject', { subject: request.subject, reference }),
    text: paragraphs(
      t('requests.mail.risk.text', { day: await dayOf(ctx, request, lang) }),
      await portalUrl(ctx, request.portal, lang, `/desk/${reference}`),
    ),
  }
}

/** Two requests that the desk has put together, split or taken apart again. */
export interface Moving {
  how: 'merged' | 'split' | 'unmerged'
  /** The one that was there before: it goes on in the other one, or lost a part to it. */
  from: Request
  /** The one in which it goes on; after taking apart, the one that is for itself again. */
  to: Request
}

/** What an event of merging or splitting tells of. */
export async function movingOf(ctx: Ctx, { type, subject, payload }: Event): Promise<Moving | undefined> {
  const request = await findById(ctx.db, subject.id)
  const other = await findById(ctx.db, String(payload['into'] ?? payload['to'] ?? payload['apart']))
  if (!request || !other) return undefined
  if (type === 'request.unmerged') return { how: 'unmerged', from: other, to: request }
  return { how: type === 'request.split' ? 'split' : 'merged', from: request, to: other }
}

/** What belongs together goes on in one request, or what does not in two: both are named, with the way there. */
export async function movedMail(ctx: Ctx, { how, from, to }: Moving, { name, lang }: Recipient): Promise<Written> {
  const t = ctx.texts(lang)
  const words = movedWords({ from, to })
  const isNew = how === 'split' && to.requester_id === null
  return {
    subject: t(`requests.mail.moved.${how}`, words),
    text: paragraphs(
      greeting(t, name),
      t(`requests.mail.moved.${how}Text`, words),
      await addressOf(ctx, to, lang),
      isNew && t('requests.mail.code', { code: codeOf(ctx.installation.secret, to.id, to.link_version) }),
    ),
  }
}

/** The words that texts about merging and splitting have. */
export function movedWords({ from, to }: Pick<Moving, 'from' | 'to'>) {
  return {
    subject: from.subject,
    reference: referenceOf(from.number),
    toSubject: to.subject,
    toReference: referenceOf(to.number),
  }
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

/** Signed-in people come by their account, everybody else by the link. */
function addressOf(ctx: Ctx, request: Request, lang: Lang): Promise<string> {
  const path = request.requester_id
    ? `/requests/${referenceOf(request.number)}`
    : `/track/${linkOf(ctx.installation.secret, request.id, request.link_version)}`
  return portalUrl(ctx, request.portal, lang, path)
}

async function dayOf(ctx: Ctx, request: Request, lang: Lang): Promise<string> {
  const timeZone = (await findCounter(ctx, request.portal))?.timeZone ?? 'UTC'
  const locale = lang === 'en' ? 'en-GB' : lang
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    hourCycle: 'h23',
    minute: '2-digit',
  })
  return format.format(request.promised_at as Date)
}
