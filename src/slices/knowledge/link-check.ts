import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from '../../kernel/public-address.ts'
import type { Job } from '../../kernel/slice.ts'
import { listUnchecked, putCheck } from './store/link-checks.ts'

/** Milliseconds within which a site must answer, and how many redirections are followed. */
const PATIENCE = 8000
const REDIRECTIONS = 4
const AT_ONCE = 24

/** What became of asking an address. */
export interface Answer {
  isBroken: boolean
  status: number | null
  problem: string | null
}

/** Every hour: asks addresses elsewhere that published articles lead to, each at most once in four days (a broken one daily). */
export const checkLinks: Job = {
  name: 'knowledge.checkLinks',
  schedule: '17 * * * *',
  timeout: 600,
  async handle(ctx) {
    const urls = await listUnchecked(ctx, AT_ONCE)
    for (let start = 0; start < urls.length; start += 8) {
      const batch = urls.slice(start, start + 8)
      const answers = await Promise.all(batch.map((url) => askAddress(url)))
      for (const [n, url] of batch.entries()) await putCheck(ctx, url, answers[n] as Answer)
    }
  },
}

/** Asks an address, following redirections, and never one of the inside. Only what is certainly gone counts as broken at once. */
export async function askAddress(url: string, resolve = resolvePublic): Promise<Answer> {
  let at = url
  for (let hop = 0; hop <= REDIRECTIONS; hop++) {
    const target = URL.canParse(at) ? new URL(at) : null
    if (!target || !/^https?:$/.test(target.protocol)) return { isBroken: true, status: null, problem: 'address' }
    const address = await resolve(target.hostname)
    if (address === 'unknown') return { isBroken: true, status: null, problem: 'host' }
    if (address === 'inside') return { isBroken: false, status: null, problem: 'not asked' }
    const answer = await head(target, address)
    if (answer.location && answer.status !== null && answer.status >= 300 && answer.status < 400) {
      at = new URL(answer.location, target).href
      continue
    }
    // 401, 403, 405, 429 and the like: somebody is there who does not talk to machines.
    const isBroken = answer.status === null || answer.status === 404 || answer.status === 410
    return { isBroken, status: answer.status, problem: answer.problem }
  }
  return { isBroken: true, status: null, problem: 'redirections' }
}

/** The public address of a host; the connection goes to exactly this one, so that a second look-up cannot lead inside. */
async function resolvePublic(hostname: string): Promise<string | 'unknown' | 'inside'> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return isPublicAddress(host) ? host : 'inside'
  const found = await lookup(host, { all: true }).catch(() => [])
  if (found.length === 0) return 'unknown'
  return found.every(({ address }) => isPublicAddress(address)) ? (found[0]?.address as string) : 'inside'
}

function head(
  url: URL,
  address: string,
): Promise<{ status: number | null; location?: string | undefined; problem: string | null }> {
  const send = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((done) => {
    const request = send(
      {
        method: 'GET',
        host: address,
        servername: isIP(url.hostname.replace(/^\[|\]$/g, '')) ? '' : url.hostname,
        port: url.port || undefined,
        path: url.pathname + url.search,
        headers: {
          host: url.host,
          'user-agent': 'Theke link check',
          accept: 'text/html,*/*;q=0.5',
          range: 'bytes=0-0',
        },
        signal: AbortSignal.timeout(PATIENCE),
      },
      (response) => {
        done({ status: response.statusCode ?? null, location: response.headers.location, problem: null })
        response.destroy()
      },
    )
    request.on('error', (error: NodeJS.ErrnoException) => done({ status: null, problem: error.code ?? error.name }))
    request.end()
  })
}
