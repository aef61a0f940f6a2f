import type { Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import {
  type LaterText,
  type NewNotification,
  type NotificationKind,
  type NotificationSource,
  WAYS,
  type Way,
} from '../../kernel/notifications.ts'
import type { Translate } from '../../kernel/text.ts'
import { contactsOfPersons, portalUrl } from '../identity/index.ts'
import { mayStopMails, unsubscribeLinkOf } from './rules.ts'
import { insertNotifications, waysOf } from './store.ts'

type Contact = Awaited<ReturnType<typeof contactsOfPersons>>[number]

/** Tells people of an event: in the portal, by mail, later in the daily mail, or not at all, as each of them wants it. */
export async function notify(ctx: Ctx, event: Event, sources: readonly NotificationSource[]): Promise<void> {
  const asked = sources.filter((source) => source.on.includes(event.type))
  const found = (await Promise.all(asked.map((source) => source.of(ctx, event)))).flat()
  if (found.length === 0) return
  const kinds = new Map(sources.flatMap((source) => source.kinds.map((one) => [one.kind, one] as const)))
  const chosen = await waysOf(
    ctx.db,
    found.map((one) => one.personId),
  )
  const rows = found
    .map((notification) => ({
      notification,
      way: wayOf(kinds.get(notification.kind), chosen.get(`${notification.personId} ${notification.kind}`)),
    }))
    .filter(({ way }) => way !== 'none')
  // Written before the mails, in the same transaction: who was told before is not told again.
  const added = await insertNotifications(ctx.db, event.id, rows, ctx.now())
  const mailed = rows.filter(
    ({ notification, way }) =>
      (way === 'both' || way === 'mail') && added.delete(`${notification.personId} ${notification.kind}`),
  )
  const contacts = await contactsOfPersons(
    ctx,
    mailed.map(({ notification }) => notification.personId),
  )
  for (const { notification } of mailed) {
    const contact = contacts.find((one) => one.id === notification.personId)
    const isDue = !mayStopMails(kinds.get(notification.kind))
    if (contact) await sendMail(ctx, notification, contact, { isDue })
  }
}

/** What somebody has chosen, where the kind leaves that choice. */
function wayOf(kind: NotificationKind | undefined, chosen: Way | undefined): Way {
  if (!kind) return 'portal'
  return chosen && (kind.ways ?? WAYS).includes(chosen) ? chosen : kind.usual
}

/** @param options.isDue the mail goes whatever somebody has chosen: it offers no way to stop it */
async function sendMail(
  ctx: Ctx,
  notification: NewNotification,
  { id, name, email, lang }: Contact,
  { isDue }: { isDue: boolean },
) {
  const { kind, path, portal, mail } = notification
  const t = ctx.texts(lang)
  const written = (await mail?.(t, lang, name)) ?? {
    subject: said(t, notification.title),
    text: [
      t('notices.mail.greeting', { name }),
      said(t, notification.title),
      notification.text && said(t, notification.text),
      `${t('notices.mail.look')} → ${await portalUrl(ctx, portal, lang, path)}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
  const choose = await portalUrl(ctx, portal, lang, '/account/notifications')
  const to = { email, name, lang }
  const about = `notification:${kind}`
  if (isDue)
    return ctx.mail.send({
      to,
      subject: written.subject,
      text: [written.text, t('notices.mail.due', { choose })].join('\n\n'),
      about,
    })
  const unsubscribe = await portalUrl(
    ctx,
    portal,
    lang,
    `/notifications/off/${unsubscribeLinkOf(ctx.installation.secret, id, kind)}`,
  )
  await ctx.mail.send({
    to,
    subject: written.subject,
    text: [written.text, t('notices.mail.end', { off: unsubscribe, choose })].join('\n\n'),
    about,
    // One click in the mail program (RFC 8058).
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  })
}

/** A text in the language of `t`. */
export function said(t: Translate, { key, values }: LaterText): string {
  return t(key, values)
}
