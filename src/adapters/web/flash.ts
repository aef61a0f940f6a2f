import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TextKey, Translate } from '../../kernel/text.ts'
import type { Flash } from '../../ui/page.ts'

const COOKIE = 'theke_flash'

/** Keeps a message for the next page. Holds a text key, never text: nothing that somebody plants is shown. */
export function keepFlash(reply: FastifyReply, flash: Flash, secure: boolean) {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url')
  reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 })
}

/** Takes the kept message, once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply, t: Translate) {
  const value = request.cookies[COOKIE]
  if (!value) return null
  reply.clearCookie(COOKIE, { path: '/' })
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString()) as Flash
    const text = t(String(flash.key) as TextKey, flash.values)
    if (text === flash.key || !['good', 'info', 'warn'].includes(flash.kind)) return null
    return { kind: flash.kind, text }
  } catch {
    return null
  }
}
