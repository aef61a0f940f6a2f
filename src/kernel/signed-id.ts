import { createHmac, timingSafeEqual } from 'node:crypto'

const MAC_BYTES = 16
const LENGTH = 43

/**
 * A secret that opens one thing: its id and a signature of it, base64url (43 characters). Kept nowhere, so that no copy of the database
 * opens anything.
 * @param purpose keeps signatures for one kind of thing from opening another
 */
export function signedId(secret: string, purpose: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  const mac = createHmac('sha256', secret).update(`${purpose} ${id}`).digest().subarray(0, MAC_BYTES)
  return Buffer.concat([bytes, mac]).toString('base64url')
}

/** The id in a signed id, or null when we did not make it for this purpose. */
export function idOfSigned(signed: string, secret: string, purpose: string): string | null {
  if (signed.length !== LENGTH || !/^[\w-]+$/.test(signed)) return null
  const hex = Buffer.from(signed, 'base64url').subarray(0, 16).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signedId(secret, purpose, id))) ? id : null
}
