import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Below this compressing costs more than it saves. Bytes. */
const SMALLEST = 1000
/** Quick ones: a page is compressed while somebody waits for it. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}
const GZIP = { level: 4 }

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** The best encoding that a caller takes of those that we make. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding | null {
  const list = String(accepted ?? '')
  if (/\bbr\b/.test(list)) return 'br'
  return /\bgzip\b/.test(list) ? 'gzip' : null
}

/** Compresses a page, off the main thread, for a caller that takes it. */
export async function compressed(body: Buffer, accepted: string | string[] | undefined) {
  const encoding = chooseEncoding(accepted)
  if (!encoding || body.length < SMALLEST) return { body, encoding: null }
  return { body: encoding === 'br' ? await asBrotli(body, BROTLI) : await asGzip(body, GZIP), encoding }
}
