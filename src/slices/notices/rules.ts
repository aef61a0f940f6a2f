import { createHmac, timingSafeEqual } from 'node:crypto'
import type { NotificationKind } from '../../kernel/notifications.ts'

/** Whether people may do without mails of a kind. */
export function mayStopMails(kind: Pick<NotificationKind, 'ways'> | undefined): boolean {
  return !kind?.ways || kind.ways.includes('portal')
}

/** Days for which notifications are kept. */
export const KEPT_DAYS = 90

/** What a link in a mail says: this person wants no more mails of this kind. A signature; kept nowhere, good for ever, harmless to others. */
export function unsubscribeLinkOf(secret: string, personId: string, kind: string): string {
  const bytes = Buffer.from(personId.replaceAll('-', ''), 'hex')
  return `${Buffer.concat([bytes, sign(secret, personId, kind)]).toString('base64url')}.${kind}`
}

/** Whom and what a link speaks of, or null when it was not made by us. */
export function readUnsubscribeLink(secret: string, link: string): { personId: string; kind: string } | null {
  const match = /^([\w-]{43})\.([a-z][\w.-]{2,80})$/.exec(link)
  if (!match) return null
  const bytes = Buffer.from(match[1] as string, 'base64url')
  const kind = match[2] as string
  const personId = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return timingSafeEqual(bytes.subarray(16), sign(secret, personId, kind)) ? { personId, kind } : null
}

function sign(secret: string, personId: string, kind: string): Buffer {
  return createHmac('sha256', secret).update(`unsubscribe ${personId} ${kind}`).digest().subarray(0, 16)
}
