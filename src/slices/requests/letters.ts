import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { TextKey } from '../../kernel/text.ts'
import { portalUrl } from '../identity/index.ts'
import { whyClosed } from './closing/closing.ts'
import { findCounter } from './counter.ts'
import { greeting, paragraphs, quoted, withoutLinks } from './mail-words.ts'
import { type Moving, movedWords } from './moving.ts'
import { SCORES } from './ratings/rating-view.ts'
import { codeOf, linkOf, ratingLinkOf, referenceOf } from './rules.ts'
import type { Request } from './store/requests.ts'

export interface Recipient {
  name: string | null
  lang: Lang
}

export interface Written {
  subject: string
  text: string
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
