import { createHmac, timingSafeEqual } from 'node:crypto'

/** The link of a proof is good for a day. */
const LIFETIME_MS = 86_400_000

/** Proves that who clicks reads the mails of an address: made for one account and one address, for a day. Kept nowhere. */
export function claimTokenOf(secret: string, personId: string, email: string, now: Date): string {
  const until = (now.getTime() + LIFETIME_MS).toString(36)
  return `${until}.${signature(secret, personId, email, until)}`
}

/** Whether a token was made for this account and address, and is still good. */
export function isClaimToken(token: string, secret: string, personId: string, email: string, now: Date): boolean {
  const [until = '', given = ''] = token.split('.')
  const expected = Buffer.from(signature(secret, personId, email, until))
  const typed = Buffer.from(given)
  const isRight = typed.length === expected.length && timingSafeEqual(typed, expected)
  return isRight && Number.parseInt(until, 36) > now.getTime()
}

function signature(secret: string, personId: string, email: string, until: string): string {
  return createHmac('sha256', secret)
    .update(`request claim ${personId} ${email} ${until}`)
    .digest('base64url')
    .slice(0, 32)
}
