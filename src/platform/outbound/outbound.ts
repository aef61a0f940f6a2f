import { lookup } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Outbound, OutboundAnswer, OutboundMessage } from '../../kernel/outbound.ts'
import { isPublicAddress } from '../../kernel/public-address.ts'

/** Nobody is waited for longer: also not somebody who sends one byte a second. Milliseconds. */
const PATIENCE = 10_000
/** So much of an answer is read, and kept. Bytes. */
const ANSWER_LIMIT = 4096

interface OutboundOptions {
  /** Hosts that may be private or without https, as `host` or `host:port`. */
  allowed: readonly string[]
  /** Other ones in tests. */
  patience?: number
}

/** Makes the way out. See {@link Outbound} for what it refuses. */
export function createOutbound({ allowed, patience = PATIENCE }: OutboundOptions): Outbound {
  const known = new Set(allowed)
  const isKnown = (url: URL) => known.has(url.host) || known.has(url.hostname)

  function targetOf(text: string): URL | null {
    const url = URL.canParse(text) ? new URL(text) : null
    if (!url || url.username || url.password) return null
    if (isKnown(url)) return /^https?:$/.test(url.protocol) ? url : null
    const host = bare(url.hostname)
    return url.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host)) ? url : null
  }

  return {
    allows: (url) => targetOf(url) !== null,
    async post(message) {
      const start = performance.now()
      const url = targetOf(message.url)
      const answer = url ? await send(url, message, isKnown(url), patience) : { status: null, text: 'not_allowed' }
      return { ...answer, milliseconds: Math.round(performance.now() - start) }
    },
  }
}

function send(
  url: URL,
  { headers, body }: OutboundMessage,
  isKnown: boolean,
  patience: number,
): Promise<Omit<OutboundAnswer, 'milliseconds'>> {
  return new Promise((done) => {
    const open = url.protocol === 'https:' ? secureRequest : plainRequest
    const options = {
      method: 'POST',
      headers: { 'user-agent': 'Theke', ...headers, 'content-length': Buffer.byteLength(body) },
      // No kept connections: every one is looked up and checked anew.
      agent: false as const,
      signal: AbortSignal.timeout(patience),
      ...(isKnown ? {} : { lookup: lookupPublic }),
    }
    const request: ClientRequest = open(url, options, (response) => {
      void read(response).then((text) => done({ status: response.statusCode ?? null, text }))
    })
    request.on('error', (error: NodeJS.ErrnoException) => done({ status: null, text: reasonOf(error) }))
    request.end(body)
  })
}

/** Looks up a name, and gives nothing when any of its addresses is private: the connection goes to what was checked, and nowhere else. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0)
    if (!found.every(({ address }) => isPublicAddress(address)))
      return callback(Object.assign(new Error('private address'), { code: 'NOT_ALLOWED' }), '', 0)
    const [first] = found
    if (options.all) callback(null, found as never, 0)
    else callback(null, first?.address ?? '', first?.family ?? 0)
  })
}

/** The beginning of an answer, as text that a database and a page can hold. */
async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of response) {
      parts.push(part as Buffer)
      size += (part as Buffer).length
      if (size >= ANSWER_LIMIT) break
    }
  } catch {
    // Cut off in the middle: what has come is what there is.
  }
  response.destroy()
  const text = Buffer.concat(parts).subarray(0, ANSWER_LIMIT).toString('utf8')
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no_answer'
  if (error.code === 'NOT_ALLOWED') return 'not_allowed'
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'unknown_host'
  if (error.code === 'ECONNREFUSED') return 'refused'
  return 'broken'
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
