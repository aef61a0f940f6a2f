import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chooseEncoding, type Encoding } from './compress.ts'

interface Kept {
  body: Buffer
  etag: string
  headers: OutgoingHttpHeaders
  encoded: Map<string, Buffer>
  until: number
}

/** Pages kept, at most so many bytes of HTML, for at most so long: texts such as "back on Monday" follow the clock. */
const MOST_BYTES = 16 * 1024 * 1024
const LIFETIME = 60_000

/** Cookies that make a page personal; with one of them nothing is served from here. */
const PERSONAL = /(?:^|;\s*)theke_(?:session|flash|draft)=/
const SCHEME = /(?:^|;\s*)theke_scheme=(light|dark)/

/**
 * Finished pages for readers who are not signed in. Asked before the web framework, so that the pages that most people read cost next
 * to nothing. Dropped as a whole when something is committed that changes pages.
 */
export function createPageCache() {
  let kept = new Map<string, Kept>()
  let bytes = 0
  let generation = 0

  function key(req: IncomingMessage): string {
    const scheme = req.headers.cookie ? (SCHEME.exec(req.headers.cookie)?.[1] ?? '') : ''
    return `${req.headers.host} ${req.url} ${scheme}`
  }

  function cacheable(req: IncomingMessage): boolean {
    return (
      (req.method === 'GET' || req.method === 'HEAD') &&
      req.headers.authorization === undefined &&
      (req.headers.cookie === undefined || !PERSONAL.test(req.headers.cookie))
    )
  }

  return {
    cacheable,
    /** Number to hand back to `keep`: a page rendered before a change is not kept after it. */
    generation: () => generation,
    /** Answers from the cache; false when it cannot. */
    serve(req: IncomingMessage, res: ServerResponse): boolean {
      if (kept.size === 0 || !cacheable(req)) return false
      const id = key(req)
      const page = kept.get(id)
      if (!page) return false
      if (page.until < Date.now()) {
        bytes -= page.body.length
        kept.delete(id)
        return false
      }
      if (req.headers['if-none-match'] === page.etag) {
        res.writeHead(304, { etag: page.etag, 'cache-control': 'no-cache', vary: 'accept-encoding, cookie' }).end()
        return true
      }
      const encoding = chooseEncoding(req.headers['accept-encoding'])
      const body = encoding ? encode(page, encoding) : page.body
      res.writeHead(200, {
        ...page.headers,
        ...(encoding ? { 'content-encoding': encoding } : {}),
        'content-length': body.length,
      })
      res.end(req.method === 'HEAD' ? undefined : body)
      return true
    },
    keep(req: IncomingMessage, body: Buffer, headers: OutgoingHttpHeaders, renderedAt: number): string {
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      if (renderedAt !== generation || body.length > 1_000_000) return etag
      if (bytes + body.length > MOST_BYTES) this.clear()
      bytes += body.length
      kept.set(key(req), {
        body,
        etag,
        headers: {
          ...headers,
          etag,
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          vary: 'accept-encoding, cookie',
        },
        encoded: new Map(),
        until: Date.now() + LIFETIME,
      })
      return etag
    },
    clear() {
      kept = new Map()
      bytes = 0
      generation++
    },
  }
}

/** The page cache of one process. */
export type PageCache = ReturnType<typeof createPageCache>

function encode(page: Kept, encoding: Encoding): Buffer {
  const made = page.encoded.get(encoding)
  if (made) return made
  const body =
    encoding === 'br'
      ? brotliCompressSync(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(page.body, { level: 6 })
  page.encoded.set(encoding, body)
  return body
}
