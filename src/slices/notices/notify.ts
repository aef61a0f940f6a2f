import type { Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import type { LaterText, NewNotification, NotificationSource, Way } from '../../kernel/notifications.ts'
import type { Translate } from '../../kernel/text.ts'
import { contactsOfPersons, portalUrl } from '../identity/index.ts'
import { unsubscribeLinkOf } from './rules.ts'
import { insertNotifications, waysOf } from './store.ts'

type Contact = Awaited<ReturnType<typeof contactsOfPersons>>[number]

/** Tells people of an event: in the portal, by mail, later in the daily mail, or not at all, as each of them wants it. */
export async function notify(ctx: Ctx, event: Event, sources: readonly NotificationSource[]): Promise<void> {
  const asked = sources.filter((source) => source.on.includes(event.type))
  const found = (await Promise.all(asked.map((source) => source.of(ctx, event)))).flat()
  if (found.length === 0) return
  const usual = new Map(sources.flatMap((source) => source.kinds.map(({ kind, usual }) => [kind, usual] as const)))
  const chosen = await waysOf(
    ctx.db,
    found.map((one) => one.personId),
  )
  const rows = found.map((notification) => ({
    notification,
    way:
      chosen.get(`${notification.personId} ${notification.kind}`) ?? usual.get(notification.kind) ?? ('portal' as Way),
  }))
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
    if (contact) await sendMail(ctx, notification, contact)
  }
}

async function sendMail(ctx: Ctx, notification: NewNotification, { id, name, email, lang }: Contact) {
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
  const unsubscribe = await portalUrl(
    ctx,
    portal,
    lang,
    `/notifications/off/${unsubscribeLinkOf(ctx.installation.secret, id, kind)}`,
  )
  await ctx.mail.send({
    to: { email, name, lang },
    subject: written.subject,
    text: [
      written.text,
      t('notices.mail.end', { off: unsubscribe, choose: await portalUrl(ctx, portal, lang, '/account/notifications') }),
    ].join('\n\n'),
    about: `notification:${kind}`,
    // One click in the mail program (RFC 8058).
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  })
}

/** A text in the language of `t`. */
export function said(t: Translate, { key, values }: LaterText): string {
  return t(key, values)
}
