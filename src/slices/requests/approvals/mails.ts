import type { Ctx } from '../../../kernel/ctx.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { formatMoney } from '../../../kernel/money.ts'
import type { Translate } from '../../../kernel/text.ts'
import { contactOfPerson, namesOfPersons, portalUrl } from '../../identity/index.ts'
import { findItem, type Item } from '../process/store/items.ts'
import { referenceOf } from '../rules.ts'
import { findById, type Request } from '../store/requests.ts'
import { linkOf } from './link.ts'
import { listSteps } from './store/chains.ts'
import { type AskRow, findAskRow } from './store/lists.ts'
import { substitutesOf } from './store/substitutions.ts'
import { todayOf } from './today.ts'

/** A link in a mail works for so long. */
const LINK_LIFETIME_MS = 30 * 86_400_000

/** To whoever is asked, or their substitute: what, for whom, at what cost, who decided before, and the way to decide. */
export async function mailAsk(ctx: Ctx, askId: string, about: 'asked' | 'reminded'): Promise<void> {
  const ask = await findAskRow(ctx.db, askId, 'anybody')
  const item = ask && ask.outcome === null ? await findItem(ctx.db, ask.itemId) : undefined
  const request = item && (await findById(ctx.db, item.requestId))
  if (!ask || !item || !request || request.state === 'closed') return
  const substitute = (await substitutesOf(ctx.db, [ask.personId], await todayOf(ctx))).get(ask.personId)
  const readerId = substitute ?? ask.personId
  const to = await contactOfPerson(ctx, readerId)
  if (!to) return
  const t = ctx.texts(to.lang)
  const names = await namesOfPersons(
    ctx,
    [item.requesterId, item.beneficiaryId, ask.personId].filter((id) => id !== null),
  )
  const requester = (item.requesterId && names.get(item.requesterId)) || t('requests.approvals.somebody')
  const title = inLang(item.title, to.lang)
  await ctx.mail.send({
    to,
    subject: t(about === 'asked' ? 'requests.approvals.mail.subject' : 'requests.approvals.mail.reminder', {
      item: title,
      name: requester,
    }),
    text: paragraphs(
      t('requests.mail.greetingName', { name: to.name }),
      substitute ? t('requests.approvals.mail.inPlace', { name: names.get(ask.personId) ?? '—' }) : null,
      t('requests.approvals.mail.asks', { name: requester }),
      factsOf(t, to.lang, item, request, names),
      await decidedBefore(ctx, t, item),
      t('requests.approvals.mail.decide'),
      await portalUrl(ctx, request.portal, to.lang, `/approve/${linkFor(ctx, ask, readerId)}`),
      t('requests.approvals.mail.personal'),
      t('requests.approvals.mail.portal'),
      await portalUrl(ctx, request.portal, to.lang, '/approvals'),
    ),
    about: `request:${request.id}`,
  })
}

function linkFor(ctx: Ctx, ask: AskRow, personId: string): string {
  const until = new Date(ctx.now().getTime() + LINK_LIFETIME_MS)
  return linkOf(ctx.installation.secret, { askId: ask.id, personId, until })
}

function factsOf(t: Translate, lang: Lang, item: Item, request: Request, names: ReadonlyMap<string, string>): string {
  const locale = lang === 'en' ? 'en-GB' : lang
  const isForOther = item.beneficiaryId !== null && item.beneficiaryId !== item.requesterId
  const lines: (readonly [string, string] | false)[] = [
    [t('requests.approvals.what'), inLang(item.title, lang)],
    isForOther && [t('requests.approvals.forWhom'), names.get(item.beneficiaryId ?? '') ?? '—'],
    item.amount !== null && [t('requests.approvals.amount'), formatMoney(item.amount, locale)],
    ...item.shown.map(({ label, value }) => [inLang(label, lang), value] as const),
    [t('requests.page.reference'), referenceOf(request.number)],
  ]
  return lines
    .filter((line) => line !== false)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')
}

async function decidedBefore(ctx: Ctx, t: Translate, item: Item): Promise<string | null> {
  const steps = (await listSteps(ctx.db, [item.id])).get(item.id) ?? []
  const ids = steps.flatMap((step) =>
    step.asks.filter((ask) => ask.outcome === 'approved').map((ask) => ask.decidedBy ?? ask.personId),
  )
  if (ids.length === 0) return null
  const names = await namesOfPersons(ctx, ids)
  return t('requests.approvals.mail.before', { names: [...new Set(ids.map((id) => names.get(id) ?? '—'))].join(', ') })
}

/** To the requester: the chain is over. */
export async function mailOutcome(ctx: Ctx, requestId: string, itemKey: string, outcome: string): Promise<void> {
  if (outcome === 'cancelled') return
  const request = await findById(ctx.db, requestId)
  const item = request && (await findItem(ctx.db, { requestId, key: itemKey }))
  const to = item?.requesterId ? await contactOfPerson(ctx, item.requesterId) : undefined
  if (!request || !item || !to || item.approval.stages.length === 0) return
  const t = ctx.texts(to.lang)
  const steps = (await listSteps(ctx.db, [item.id])).get(item.id) ?? []
  const declined = steps.flatMap((step) => step.asks).find((ask) => ask.outcome === 'declined')
  const by = declined?.decidedBy ? (await namesOfPersons(ctx, [declined.decidedBy])).get(declined.decidedBy) : null
  const title = inLang(item.title, to.lang)
  const isApproved = outcome === 'approved'
  await ctx.mail.send({
    to,
    subject: t(isApproved ? 'requests.approvals.mail.approved' : 'requests.approvals.mail.declined', { item: title }),
    text: paragraphs(
      t('requests.mail.greetingName', { name: to.name }),
      isApproved
        ? t('requests.approvals.mail.approvedText', { item: title })
        : by
          ? t('requests.approvals.mail.declinedBy', { item: title, name: by })
          : t('requests.approvals.mail.declinedText', { item: title }),
      declined?.reason ? quoted(declined.reason) : null,
      await portalUrl(ctx, request.portal, to.lang, `/requests/${referenceOf(request.number)}`),
    ),
    about: `request:${request.id}`,
  })
}

/** To somebody who decides for somebody else for a time. */
export async function mailSubstitute(
  ctx: Ctx,
  { personId, substitute, from, until }: { personId: string; substitute: string; from: string; until: string },
): Promise<void> {
  const to = await contactOfPerson(ctx, substitute)
  const name = (await namesOfPersons(ctx, [personId])).get(personId)
  if (!to || name === undefined) return
  const t = ctx.texts(to.lang)
  const day = (text: string) =>
    new Intl.DateTimeFormat(to.lang === 'en' ? 'en-GB' : to.lang, { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    )
  await ctx.mail.send({
    to,
    subject: t('requests.substitutes.mail.subject', { name }),
    text: paragraphs(
      t('requests.mail.greetingName', { name: to.name }),
      t('requests.substitutes.mail.text', { name, from: day(from), until: day(until) }),
      `${ctx.installation.url}/${to.lang}/approvals`,
    ),
  })
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
