import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import type { TextKey } from '../../kernel/text.ts'
import { personsWith } from '../identity/index.ts'
import { findForOwner } from './store/feedback.ts'
import { findForMail } from './store/mails.ts'

/** What the slice emits: see README. What it reacts to: its own, with mails to those who should act. */
export const reactions: Reaction<Ctx>[] = [
  { name: 'knowledge.tellOwner', on: ['article.rated'], handle: tellOwner },
  { name: 'knowledge.tellReviewers', on: ['article.submitted'], handle: tellReviewers },
  { name: 'knowledge.tellWriter', on: ['article.sent_back'], handle: tellWriter },
]

/** The owner hears what did not help, when the reader said why. */
async function tellOwner(ctx: Ctx, event: Event) {
  const feedback = await findForOwner(ctx, String(event.payload['feedback']))
  if (!feedback?.email || (!feedback.comment && !feedback.reason)) return
  const { language, name, title, comment, article_id } = feedback
  const t = ctx.texts(language)
  const reason = feedback.reason ? t(`knowledge.reason.${feedback.reason}` as TextKey) : t('knowledge.reason.none')
  await ctx.mail.send({
    to: { email: feedback.email, name, lang: language },
    subject: t('knowledge.mail.feedback.subject', { title }),
    text: t('knowledge.mail.feedback.text', {
      name,
      title,
      reason,
      comment: comment ?? '–',
      link: linkOf(ctx, language, `/admin/feedback?article=${article_id}`),
    }),
    about: `article:${article_id}`,
  })
}

/** Those who review hear of what waits; not the one who submitted it. */
async function tellReviewers(ctx: Ctx, event: Event) {
  const { id, lang } = { id: event.subject.id, lang: String(event.payload['lang']) }
  const article = await findForMail(ctx, id, lang)
  if (article?.state !== 'in_review') return
  const reviewers = await personsWith(ctx, 'knowledge.review')
  for (const { email, name, language, id: person } of reviewers) {
    if (!email || person === event.actorId) continue
    const t = ctx.texts(language as 'de')
    await ctx.mail.send({
      to: { email, name, lang: language as 'de' },
      subject: t('knowledge.mail.submitted.subject', { title: article.title }),
      text: t('knowledge.mail.submitted.text', {
        name,
        title: article.title,
        writer: article.submitter ?? '–',
        link: linkOf(ctx, language, `/admin/articles/${id}?lang=${lang}`),
      }),
      about: `article:${id}`,
    })
  }
}

/** The writer hears what is missing. */
async function tellWriter(ctx: Ctx, event: Event) {
  const { id, lang } = { id: event.subject.id, lang: String(event.payload['lang']) }
  const article = await findForMail(ctx, id, lang)
  if (!article?.email || !article.review_note || article.submitted_by === event.actorId) return
  const t = ctx.texts(article.language)
  await ctx.mail.send({
    to: { email: article.email, name: article.submitter, lang: article.language },
    subject: t('knowledge.mail.sentBack.subject', { title: article.title }),
    text: t('knowledge.mail.sentBack.text', {
      name: article.submitter ?? '',
      title: article.title,
      note: article.review_note,
      link: linkOf(ctx, article.language, `/admin/articles/${id}?lang=${lang}`),
    }),
    about: `article:${id}`,
  })
}

function linkOf(ctx: Ctx, lang: string, path: string): string {
  return `${ctx.installation.url}/${lang}${path}`
}
