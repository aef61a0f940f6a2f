import type { FastifyRequest } from 'fastify'
import { type Actor, may } from '../../kernel/actor.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import type { Page } from '../../ui/page.ts'
import type { Located } from './page-call.ts'

/** Refuses whoever may not see the page: by the portal's entry, then by what the page itself requires. */
export function admit(actor: Actor, page: Page, place: Located) {
  const { entry } = place.portal
  if (!page.bare && entry !== null && !actor.audiences.has(entry) && !page.open && !may(actor, 'platform.manage'))
    throw actor.personId === null ? refuse.unauthenticated() : refuse.forbidden()
  const needed = page.requires ?? 'anyone'
  if (needed === 'anyone') return
  if (actor.personId === null) throw refuse.unauthenticated()
  if (needed !== 'signed-in' && !may(actor, needed)) throw refuse.forbidden()
}

/** False for somebody who must sign in first; refuses who is signed in and may not. */
export function isAdmitted(actor: Actor, page: Page, place: Located): boolean {
  try {
    admit(actor, page, place)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return false
    throw error
  }
}

/**
 * Cross-site request forgery: browsers say where a form comes from (Fetch Metadata, Origin). A form of another site is refused; together
 * with `SameSite=Lax` cookies no token is needed, and pages stay cacheable.
 */
export function refuseForeignForms(request: FastifyRequest, ownUrl: string) {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuse.forbidden()
  const origin = request.headers.origin
  if (origin === undefined || origin === 'null') {
    if (site === undefined && origin === 'null') throw refuse.forbidden()
    return
  }
  if (origin !== ownUrl && new URL(origin).host !== request.headers.host) throw refuse.forbidden()
}
