import type { FastifyRequest } from 'fastify'
import type { Channel } from '../../kernel/actor.ts'
import { isLang, type Lang, negotiateLang } from '../../kernel/lang.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Call } from '../../kernel/runner.ts'
import type { HttpServices } from './services.ts'

/**
 * Who a program calls as, in which portal (`?portal=`, else by host name, else the first one) and language (`?lang=`, else
 * `Accept-Language`). A header that is no bearer key is refused instead of read as nobody.
 * @param session value of the session cookie, on channels that take one
 */
export async function apiCaller(
  services: HttpServices,
  request: FastifyRequest,
  channel: Channel,
  session?: string,
): Promise<Call> {
  const portals = await services.identification.portals(services.db)
  const query = request.query as Record<string, unknown>
  const portal =
    portals.find((one) => one.key === query['portal']) ??
    portals.find((one) => one.hosts.includes(request.hostname)) ??
    portals[0]
  if (!portal) throw refuse.unavailable()
  const bearer = bearerOf(request)
  const actor = await services.identification.identify(services.db, {
    channel,
    portal: portal.key,
    session: bearer ? undefined : session,
    apiKey: bearer,
    address: request.ip,
  })
  const lang: Lang = isLang(query['lang'])
    ? query['lang']
    : negotiateLang(request.headers['accept-language'], portal.langs)
  return { actor, lang }
}

/** The key in `Authorization: Bearer …`. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (request.headers.authorization !== undefined && !bearer) throw refuse.unauthenticated()
  return bearer
}
