import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PageAnswer } from '../../ui/page.ts'
import type { HttpServices } from '../http/services.ts'
import { keepFlash } from './flash.ts'

/** Whether cookies travel over https only. */
export const isSecure = (services: HttpServices) => services.installation.url.startsWith('https:')

/** Sends what is no page view: redirects, feeds, downloads. True when it was one of them. */
export function sendPlain(
  services: HttpServices,
  answer: PageAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  if ('view' in answer) return false
  for (const cookie of answer.cookies ?? [])
    reply.setCookie(cookie.name, cookie.value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(services),
      maxAge: cookie.maxAge,
    })
  if ('redirect' in answer) {
    if (answer.flash) keepFlash(reply, answer.flash, isSecure(services))
    const status = answer.permanent ? 301 : request.method === 'GET' ? 302 : 303
    reply.code(status).header('location', sameSite(answer.redirect)).header('cache-control', 'no-store').send('')
    return true
  }
  reply
    .code(answer.status ?? 200)
    .headers({ 'cache-control': 'no-cache', ...answer.headers })
    .type(answer.type)
    .send(answer.raw)
  return true
}

/** Redirects lead to pages of this installation or to addresses that operations made (single sign-on); never to `//elsewhere`. */
function sameSite(address: string): string {
  if (/^https?:\/\//.test(address)) return address
  return address.startsWith('/') && !address.startsWith('//') && !address.startsWith('/\\') ? address : '/'
}
