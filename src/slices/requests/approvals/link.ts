import { createHmac, timingSafeEqual } from 'node:crypto'

const ID_BYTES = 16
const MAC_BYTES = 16
const LENGTH = 2 * ID_BYTES + 4 + MAC_BYTES

/** For whom a link decides what, until when. */
export interface LinkContent {
  askId: string
  personId: string
  until: Date
}

/**
 * The secret of a link in a mail: the ask, the person, the time, and a signature of them. Kept nowhere. It leads to a page that asks; only a
 * button there decides, because mail scanners open links. After the decision it shows who decided, and does nothing any more.
 */
export function linkOf(secret: string, { askId, personId, until }: LinkContent): string {
  const time = Buffer.alloc(4)
  time.writeUInt32BE(Math.floor(until.getTime() / 1000))
  const content = Buffer.concat([bytesOf(askId), bytesOf(personId), time])
  return Buffer.concat([content, sign(secret, content)]).toString('base64url')
}

/** What a link says, when it is one of ours and its time is not over. */
export function readLink(secret: string, link: string, now: Date): LinkContent | null {
  if (!/^[\w-]{20,120}$/.test(link)) return null
  const bytes = Buffer.from(link, 'base64url')
  if (bytes.length !== LENGTH) return null
  const content = bytes.subarray(0, LENGTH - MAC_BYTES)
  if (!timingSafeEqual(bytes.subarray(LENGTH - MAC_BYTES), sign(secret, content))) return null
  const until = new Date(content.readUInt32BE(2 * ID_BYTES) * 1000)
  if (until <= now) return null
  return { askId: idOf(content, 0), personId: idOf(content, ID_BYTES), until }
}

function sign(secret: string, content: Buffer): Buffer {
  return createHmac('sha256', secret).update('approval link ').update(content).digest().subarray(0, MAC_BYTES)
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

function idOf(bytes: Buffer, at: number): string {
  const hex = bytes.subarray(at, at + ID_BYTES).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
