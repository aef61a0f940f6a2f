import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import type { FormState, Page, PageAnswer } from '../../ui/page.ts'
import { STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'
import { isAdmitted, refuseForeignForms } from './admission.ts'
import { isSecure } from './answer.tsx'
import { fieldsOf, readForm, type Submitted, shownAgain } from './fields.ts'
import { DRAFT_COOKIE, DRAFT_LIFETIME, keepDraft, takeDraft } from './form-drafts.ts'
import { type Located, type PageRequest, pageCall } from './page-call.ts'

/** Forms with files that one address may send without an account. */
const UPLOADS = { limit: 60, seconds: 3600 }

/** Forms that are kept for one address until somebody has signed in. */
const KEPT_FORMS = { limit: 60, seconds: 3600 }

interface Ways {
  /** Answers with what the page's action gave. */
  send(reply: FastifyReply, base: PageRequest, page: Page, result: PageAnswer): Promise<FastifyReply>
  toSignIn(request: FastifyRequest, reply: FastifyReply, place: Located): FastifyReply
}

/** Takes in the forms of pages: reads them, runs their actions, and loses nothing of what was typed when that does not work. */
export function createSubmissions(services: HttpServices, { send, toSignIn }: Ways) {
  return { submit, restoredForm }

  async function submit(reply: FastifyReply, base: PageRequest, page: Page) {
    const { request } = base
    refuseForeignForms(request, services.installation.url)
    const admitted = isAdmitted(base.actor, page, base.place)
    const { uploadLimit: limit } = services.installation
    const takesFiles = admitted && page.uploads && (await (page.uploads.from?.(pageCall(services, base)) ?? true))
    const files = takesFiles ? services.filesFor(base.actor.personId) : null
    if (files && request.isMultipart()) await limitUploads(base.actor)
    const submitted = await readForm(request, files && { files, limit, types: page.uploads?.types })
    const action = submitted.values.get('action')?.at(-1) ?? 'default'
    if (!admitted) return interrupted(reply, base, action, submitted)
    const handler = page.post?.[action]
    if (!handler) throw refuse.notFound()
    try {
      if (submitted.refused) throw submitted.refused
      const result = await handler(pageCall(services, base), fieldsOf(submitted))
      return await send(reply, base, page, result)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'unauthenticated') return interrupted(reply, base, action, submitted)
      if (error.code === 'not_found' || error.code === 'forbidden') throw error
      return await showAgain(reply, base, page, action, submitted, error)
    }
  }

  /** Visitors may fill the disk with files that nobody claims, for a day: they may send only so many forms with files. */
  async function limitUploads(actor: Actor) {
    if (actor.personId !== null) return
    const wait = await services.countCall('web.upload', actor.address ?? 'unknown', UPLOADS)
    if (wait > 0) throw refuse.rateLimited(wait)
  }

  /** Shows the page again with what was typed and what is to be mended. */
  async function showAgain(
    reply: FastifyReply,
    base: PageRequest,
    page: Page,
    action: string,
    submitted: Submitted,
    refusal: Refusal,
  ) {
    const t = services.texts(base.place.lang)
    const form: FormState = {
      action,
      values: shownAgain(submitted),
      issues: refusal.issues,
      message: refusal.issues.length > 0 ? null : t(refusal.key, refusal.values),
      restored: false,
    }
    const result = await page.get(pageCall(services, base, form))
    if ('view' in result) result.status = STATUS[refusal.code]
    return send(reply, base, page, result)
  }

  /** Nobody is signed in any more: keeps the form on the server and leads to signing in and back to it. */
  async function interrupted(reply: FastifyReply, base: PageRequest, action: string, submitted: Submitted) {
    // Whoever sends form after form without ever signing in has lost nothing.
    if ((await services.countCall('web.kept-form', base.actor.address ?? 'unknown', KEPT_FORMS)) > 0)
      return toSignIn(base.request, reply, base.place)
    // Uploads belong to who was signed in no more: whoever signs in now could not claim them.
    const withoutFiles = shownAgain({ ...submitted, files: new Map() })
    const secret = await keepDraft(services.db, base.place.path, action, withoutFiles)
    reply.setCookie(DRAFT_COOKIE, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(services),
      maxAge: DRAFT_LIFETIME,
    })
    return toSignIn(base.request, reply, base.place)
  }

  async function restoredForm(request: FastifyRequest, reply: FastifyReply, place: Located): Promise<FormState | null> {
    const secret = request.cookies[DRAFT_COOKIE]
    if (!secret) return null
    const draft = await takeDraft(services.db, place.path, secret)
    if (!draft) return null
    reply.clearCookie(DRAFT_COOKIE, { path: '/' })
    return { ...draft, issues: [], message: null, restored: true }
  }
}
