import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A key that opens one file for a while, for readers who are known by something else than a session: somebody who follows a tracking
 * link. Goes into the address of the file as `?key=`.
 * @param until seconds since 1970
 */
export function fileKey(secret: string, fileId: string, until: number): string {
  const signature = createHmac('sha256', secret).update(`file ${fileId} ${until}`).digest('base64url')
  return `${until.toString(36)}.${signature.slice(0, 22)}`
}

/** Whether a key opens this file now. */
export function isFileKey(key: string, secret: string, fileId: string, now: Date): boolean {
  const until = Number.parseInt(key.split('.')[0] ?? '', 36)
  if (Number.isNaN(until) || until * 1000 < now.getTime()) return false
  const given = Buffer.from(key)
  const wanted = Buffer.from(fileKey(secret, fileId, until))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
