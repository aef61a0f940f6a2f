import type { Ctx } from '../../../kernel/ctx.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { formatMoney } from '../../../kernel/money.ts'
import type { Translate } from '../../../kernel/text.ts'
import { namesOfPersons, portalUrl } from '../../identity/index.ts'
import { greeting, paragraphs, quoted } from '../mail-words.ts'
import { findItem, type Item, listItems } from '../process/store/items.ts'
import { referenceOf } from '../rules.ts'
import { findById, type Request } from '../store/requests.ts'
import { linkOf } from './link.ts'
import { listSteps } from './store/chains.ts'
import { type AskRow, findAskRow } from './store/lists.ts'
import { substitutesOf } from './store/substitutions.ts'
import { todayOf } from './today.ts'

/** A mail, in the reader's language. */
interface Written {
  subject: string
  text: string
}

/** A link in a mail works for so long. */
const LINK_LIFETIME_MS = 30 * 86_400_000

/** What somebody is asked to decide. */
export interface Asked {
  ask: AskRow
  item: Item
  request: Request
  /** Who is to decide: who was asked, or their substitute today. */
  readerId: string
}

/** What an ask is about, when it still waits for an answer. */
export async function askedOf(ctx: Ctx, askId: string): Promise<Asked | undefined> {
  const ask = await findAskRow(ctx.db, askId, 'anybody')
  const item = ask && ask.outcome === null ? await findItem(ctx.db, ask.itemId) : undefined
  const request = item && (await findById(ctx.db, item.requestId))
  if (!ask || !item || !request || request.state === 'closed') return undefined
  const substitute = (await substitutesOf(ctx.db, [ask.personId], await todayOf(ctx))).get(ask.personId)
  return { ask, item, request, readerId: substitute ?? ask.personId }
}

/** To whoever is asked: what, for whom, at what cost, who decided before, and the way to decide. */
export async function askMail(
  ctx: Ctx,
  { ask, item, request, readerId }: Asked,
  about: 'asked' | 'reminded',
  { name, lang }: { name: string; lang: Lang },
): Promise<Written> {
  const t = ctx.texts(lang)
  const names = await namesOfPersons(
    ctx,
    [item.requesterId, item.beneficiaryId, ask.personId].filter((id) => id !== null),
  )
  const requester = (item.requesterId && names.get(item.requesterId)) || t('requests.approvals.somebody')
  return {
    subject: t(about === 'asked' ? 'requests.approvals.mail.subject' : 'requests.approvals.mail.reminder', {
      item: inLang(item.title, lang),
      name: requester,
    }),
    text: paragraphs(
      greeting(t, name),
      readerId !== ask.personId && t('requests.approvals.mail.inPlace', { name: names.get(ask.personId) ?? '—' }),
      t('requests.approvals.mail.asks', { name: requester }),
      factsOf(t, lang, item, request, names),
      await decidedBefore(ctx, t, item),
      t('requests.approvals.mail.decide'),
      await portalUrl(ctx, request.portal, lang, `/approve/${linkFor(ctx, ask, readerId)}`),
      t('requests.approvals.mail.personal'),
      t('requests.approvals.mail.portal'),
      await portalUrl(ctx, request.portal, lang, '/approvals'),
    ),
  }
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
export async function outcomeMail(
  ctx: Ctx,
  { request, item, isApproved }: { request: Request; item: Item; isApproved: boolean },
  { name, lang }: { name: string; lang: Lang },
): Promise<Written> {
  const t = ctx.texts(lang)
  const title = inLang(item.title, lang)
  const declined = isApproved ? undefined : (await declinesOf(ctx, [item.id])).get(item.id)
  return {
    subject: t(isApproved ? 'requests.approvals.mail.approved' : 'requests.approvals.mail.declined', { item: title }),
    text: paragraphs(
      greeting(t, name),
      isApproved
        ? t('requests.approvals.mail.approvedText', { item: title })
        : declined?.by
          ? t('requests.approvals.mail.declinedBy', { item: title, name: declined.by })
          : t('requests.approvals.mail.declinedText', { item: title }),
      declined?.reason ? quoted(declined.reason) : null,
      await portalUrl(ctx, request.portal, lang, `/requests/${referenceOf(request.number)}`),
    ),
  }
}

/** Who declined items, and why: item → that. */
export async function declinesOf(
  ctx: Ctx,
  itemIds: readonly string[],
): Promise<Map<string, { by: string | null; reason: string | null }>> {
  const steps = await listSteps(ctx.db, [...itemIds])
  const declined = [...steps].flatMap(([item, list]) => {
    const ask = list.flatMap((step) => step.asks).find((one) => one.outcome === 'declined')
    return ask ? [{ item, ask }] : []
  })
  const names = await namesOfPersons(
    ctx,
    declined.flatMap(({ ask }) => ask.decidedBy ?? []),
  )
  return new Map(
    declined.map(({ item, ask }) => [
      item,
      { by: (ask.decidedBy && names.get(ask.decidedBy)) || null, reason: ask.reason },
    ]),
  )
}

/** The same for all items of a request: key of the item → that. */
export async function declinesOfRequest(ctx: Ctx, requestId: string) {
  const items = await listItems(ctx.db, requestId)
  const declines = await declinesOf(
    ctx,
    items.map((item) => item.id),
  )
  return new Map(items.flatMap(({ id, key }) => (declines.has(id) ? [[key, declines.get(id)]] : [])))
}

/** To somebody who decides for somebody else for a time. */
export async function substituteMail(
  ctx: Ctx,
  { name, from, until, portal }: { name: string; from: string; until: string; portal: string },
  reader: { name: string; lang: Lang },
): Promise<Written> {
  const t = ctx.texts(reader.lang)
  const format = new Intl.DateTimeFormat(reader.lang === 'en' ? 'en-GB' : reader.lang, {
    dateStyle: 'full',
    timeZone: 'UTC',
  })
  const day = (text: string) => format.format(new Date(`${text}T00:00:00Z`))
  return {
    subject: t('requests.substitutes.mail.subject', { name }),
    text: paragraphs(
      greeting(t, reader.name),
      t('requests.substitutes.mail.text', { name, from: day(from), until: day(until) }),
      await portalUrl(ctx, portal, reader.lang, '/approvals'),
    ),
  }
}
