import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { TextKey, Translate } from '../../kernel/text.ts'
import { contactOfPerson, contactsOfPersons, namesOfPersons, portalLang, portalUrl } from '../identity/index.ts'
import { findCounter } from './counter.ts'
import { SCORES } from './ratings/rating-view.ts'
import { codeOf, linkOf, ratingLinkOf, referenceOf } from './rules.ts'
import { findEntry } from './store/entries.ts'
import { findById, type Request } from './store/requests.ts'
import { listCopied } from './store/shares.ts'

/** Mails about requests. Written by jobs, so that a request is never lost because of a mail. */
export const reactions: readonly Reaction<Ctx>[] = [
  { name: 'requests.confirm', on: ['request.written'], handle: confirm },
  { name: 'requests.tellDesk', on: ['request.written', 'request.replied'], handle: tellDesk },
  { name: 'requests.tellRequester', on: ['request.answered'], handle: tellRequester },
  { name: 'requests.tellSolved', on: ['request.state-changed'], handle: tellSolved },
  { name: 'requests.tellPromise', on: ['request.promise-changed'], handle: tellPromise },
  { name: 'requests.tellReader', on: ['request.shared'], handle: tellReader },
  { name: 'requests.copyAnswer', on: ['request.answered'], handle: copyAnswer },
  { name: 'requests.warnDesk', on: ['request.promise-at-risk'], handle: warnDesk },
]

/** To the requester: it has arrived, this is how to follow it, and until when they hear from us. */
async function confirm(ctx: Ctx, { subject }: Event) {
  const request = await findById(ctx.db, subject.id)
  const to = request && (await recipientOf(ctx, request))
  if (!request || !to) return
  const t = ctx.texts(to.lang)
  await ctx.mail.send({
    to,
    subject: t('requests.mail.confirm.subject', { reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.confirm.arrived', { subject: request.subject, reference: referenceOf(request.number) }),
      request.promised_at && t('requests.mail.confirm.promise', { day: await dayOf(ctx, request, to.lang) }),
      t('requests.mail.follow'),
      await addressOf(ctx, request, to.lang),
      request.requester_id
        ? null
        : t('requests.mail.code', { code: codeOf(ctx.installation.secret, request.id, request.link_version) }),
    ),
    about: `request:${request.id}`,
  })
}

/** To the requester: the answer itself, and how to write back. */
async function tellRequester(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const entry = await findEntry(ctx.db, String(payload['entry']))
  const to = request && (await recipientOf(ctx, request))
  if (!request || !entry || !to) return
  const t = ctx.texts(to.lang)
  await ctx.mail.send({
    to,
    subject: t('requests.mail.answer.subject', { subject: request.subject, reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.answer.wrote', { name: entry.author_name ?? t('requests.side.desk') }),
      quoted(entry.body ?? ''),
      payload['state'] === 'waiting' ? t('requests.mail.answer.waiting') : null,
      t('requests.mail.answer.reply'),
      await addressOf(ctx, request, to.lang),
      payload['state'] === 'solved' ? await ratingText(ctx, request, to.lang) : null,
    ),
    about: `request:${request.id}`,
  })
}

/** To the requester: it is solved, without a word of the desk; and the one click about how satisfied they are. */
async function tellSolved(ctx: Ctx, { subject, payload }: Event) {
  if (payload['state'] !== 'solved') return
  const request = await findById(ctx.db, subject.id)
  const to = request && (await recipientOf(ctx, request))
  if (!request || !to) return
  const t = ctx.texts(to.lang)
  const words = { subject: request.subject, reference: referenceOf(request.number) }
  await ctx.mail.send({
    to,
    subject: t('requests.mail.solved.subject', words),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.solved.text', { subject: request.subject }),
      await addressOf(ctx, request, to.lang),
      await ratingText(ctx, request, to.lang),
    ),
    about: `request:${request.id}`,
  })
}

/** Five links, each of which only chooses beforehand: programs that follow links in mails rate nothing. */
async function ratingText(ctx: Ctx, request: Request, lang: Lang): Promise<string> {
  const t = ctx.texts(lang)
  const link = ratingLinkOf(ctx.installation.secret, request.id, request.link_version)
  const address = await portalUrl(ctx, request.portal, lang, `/rate/${link}`)
  const lines = SCORES.map((score) => `${t(`requests.rating.score.${score}` as TextKey)}: ${address}?score=${score}`)
  return [t('requests.rating.mail'), ...lines].join('\n')
}

/** To the requester: the promise has moved, and why. A pause of their own they know of. */
async function tellPromise(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const to = request && (await recipientOf(ctx, request))
  if (!request?.promised_at || !to) return
  const t = ctx.texts(to.lang)
  const reason = request.promise_reason ?? t(`requests.promise.reason.${String(payload['reason'])}` as TextKey)
  await ctx.mail.send({
    to,
    subject: t('requests.mail.promise.subject', { subject: request.subject, reference: referenceOf(request.number) }),
    text: paragraphs(
      greeting(t, to.name),
      t('requests.mail.promise.moved', { day: await dayOf(ctx, request, to.lang) }),
      t('requests.mail.promise.reason', { reason }),
      await addressOf(ctx, request, to.lang),
    ),
    about: `request:${request.id}`,
  })
}

/** To whom a request was shared with by name: they may read it now. */
async function tellReader(ctx: Ctx, { subject, payload, actorId }: Event) {
  const request = await findById(ctx.db, subject.id)
  const reader = typeof payload['person'] === 'string' ? await contactOfPerson(ctx, payload['person']) : undefined
  if (!request || !reader) return
  const t = ctx.texts(reader.lang)
  const words = {
    name: (actorId && (await namesOfPersons(ctx, [actorId])).get(actorId)) || t('requests.side.visitor'),
    subject: request.subject,
    reference: referenceOf(request.number),
  }
  await ctx.mail.send({
    to: reader,
    subject: t('requests.mail.shared.subject', words),
    text: paragraphs(
      greeting(t, reader.name),
      t('requests.mail.shared.text', words),
      await portalUrl(ctx, request.portal, reader.lang, `/requests/${words.reference}`),
    ),
    about: `request:${request.id}`,
  })
}

/** To those who get a copy of every answer, each in their own language. */
async function copyAnswer(ctx: Ctx, { subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const entry = await findEntry(ctx.db, String(payload['entry']))
  if (!request || !entry) return
  const reference = referenceOf(request.number)
  for (const reader of await contactsOfPersons(ctx, await listCopied(ctx.db, request.id))) {
    const t = ctx.texts(reader.lang)
    await ctx.mail.send({
      to: reader,
      subject: t('requests.mail.answer.subject', { subject: request.subject, reference }),
      text: paragraphs(
        greeting(t, reader.name),
        t('requests.mail.copy'),
        quoted(entry.body ?? ''),
        await portalUrl(ctx, request.portal, reader.lang, `/requests/${reference}`),
      ),
      about: `request:${request.id}`,
    })
  }
}

/** To whoever deals with it, else to the team: a promise is about to slip. */
async function warnDesk(ctx: Ctx, { subject }: Event) {
  const request = await findById(ctx.db, subject.id)
  if (!request?.promised_at) return
  const lang = await portalLang(ctx, request.portal)
  const assignee = request.assignee_id ? await contactOfPerson(ctx, request.assignee_id) : undefined
  const team = (await findCounter(ctx, request.portal))?.email
  const to = assignee ?? (team ? { email: team, lang } : null)
  if (!to) return
  const t = ctx.texts(to.lang)
  const reference = referenceOf(request.number)
  await ctx.mail.send({
    to,
    subject: t('requests.mail.risk.subject', { subject: request.subject, reference }),
    text: paragraphs(
      t('requests.mail.risk.text', { day: await dayOf(ctx, request, to.lang) }),
      await portalUrl(ctx, request.portal, to.lang, `/desk/${reference}`),
    ),
    about: `request:${request.id}`,
  })
}

/** To the team, where it has an address: there is something to do. */
async function tellDesk(ctx: Ctx, { type, subject, payload }: Event) {
  const request = await findById(ctx.db, subject.id)
  const entry = await findEntry(ctx.db, String(payload['entry']))
  const counter = request && (await findCounter(ctx, request.portal))
  if (!request || !entry || !counter?.email) return
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

async function recipientOf(
  ctx: Ctx,
  request: Request,
): Promise<{ email: string; name: string | null; lang: Lang } | null> {
  if (request.requester_id === null)
    return request.contact_email
      ? { email: request.contact_email, name: request.contact_name, lang: request.lang }
      : null
  const person = await contactOfPerson(ctx, request.requester_id)
  return person?.email ? { email: person.email, name: person.name, lang: request.lang } : null
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

function greeting(t: Translate, name: string | null): string {
  return name ? t('requests.mail.greetingName', { name }) : t('requests.mail.greeting')
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

function paragraphs(...parts: (string | null | false)[]): string {
  return parts.filter(Boolean).join('\n\n')
}
