import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import type { Lang } from '../../kernel/lang.ts'
import { findCounter, serviceTimeOf } from './counter.ts'
import { promisesBy, promisesFrom } from './promise.ts'
import { priorityOf, targetOf } from './request-type.ts'
import { type Level, referenceOf } from './rules.ts'
import { insertRequest } from './store/open.ts'
import { findByFormKey, type Request } from './store/requests.ts'
import { findKnownType, type KeptType } from './store/types.ts'

/** What a request is opened with. What is left out is taken from whoever is acting, or from its kind. */
export interface Opening {
  /** Where something already belongs to it, e.g. files of a form. */
  id?: string
  /** Key of the kind, e.g. `order`. */
  type: string
  subject: string
  /** The first message; a request may do without one. */
  message?: string
  /** Uploads that come with the message and are claimed for it. */
  fileIds?: string[]
  /** Files that belong to the request already and are shown with the message. */
  attachedFileIds?: string[]
  requesterId?: string | null
  /** For whom it is, when not for the requester. */
  beneficiaryId?: string | null
  organisationId?: string | null
  /** The organisation by its key, where its id is not at hand. */
  organisationKey?: string | null | undefined
  contactName?: string | null
  contactEmail?: string | null
  portal?: string
  lang?: Lang
  /** Name of whoever wrote the message. */
  authorName?: string | null
  handedOver?: object
  /** Service that it is about. */
  serviceKey?: string | null
  form?: { id: string; version: number } | null
  answers?: object
  impact?: Level | null
  urgency?: Level | null
  /** `approval`: nobody deals with it before it is approved; its promise stands still until then. */
  state?: 'new' | 'approval'
  /** Day by whose end it is to be there, promised elsewhere; no answer is promised besides. */
  promisedOn?: Temporal.PlainDate | null
  callbackAt?: Date | null
  callbackNumber?: string | null
  /** The request out of which the desk has taken it. */
  splitFrom?: string
  /** The same key a second time gives the request that was opened first. */
  formKey?: string | null
}

/** A request just opened, or the one that the same form had opened before. */
export interface Opened {
  request: Request
  reference: string
  isNew: boolean
}

/**
 * Opens a request of a kind, with its promise, and says so (`request.written`). Throws for a kind that does not exist: whoever opens one
 * in the name of somebody checks first what that person may do.
 */
export async function openRequest(ctx: Ctx, opening: Opening, known?: KeptType): Promise<Opened> {
  const type = known ?? (await findKnownType(ctx, opening.type))
  if (!type) throw new Error(`there is no kind of request called ${opening.type}`)
  const portal = opening.portal ?? ctx.actor.portal
  const [impact, urgency] = [opening.impact ?? null, opening.urgency ?? null]
  const priority = priorityOf(type, impact, urgency)
  const target = targetOf(type, priority, await findCounter(ctx, portal))
  const time = await serviceTimeOf(ctx, portal)
  const promises = opening.promisedOn ? promisesBy(time, opening.promisedOn) : promisesFrom(time, target, ctx.now())
  const requesterId = opening.requesterId === undefined ? ctx.actor.personId : opening.requesterId
  const entryId = newId()
  const hasMessage = opening.message !== undefined || (opening.attachedFileIds ?? []).length > 0
  const request = await insertRequest(ctx.db, {
    id: opening.id ?? newId(),
    type: type.key,
    state: opening.state ?? 'new',
    subject: opening.subject,
    requesterId,
    beneficiaryId: opening.beneficiaryId ?? null,
    organisationId: type.confidential ? null : (opening.organisationId ?? null),
    organisationKey: type.confidential ? null : (opening.organisationKey ?? null),
    contactName: opening.contactName ?? null,
    contactEmail: opening.contactEmail ?? null,
    portal,
    lang: opening.lang ?? ctx.lang,
    channel: ctx.actor.channel,
    handedOver: opening.handedOver ?? {},
    serviceKey: opening.serviceKey ?? null,
    form: opening.form ?? null,
    answers: opening.answers ?? {},
    priority,
    impact,
    urgency,
    teamId: type.team,
    ...promises,
    // An agreed call is the promise.
    promisedAt: opening.callbackAt ?? promises.promisedAt,
    callbackAt: opening.callbackAt ?? null,
    callbackNumber: opening.callbackNumber ?? null,
    formKey: opening.formKey ?? null,
    now: ctx.now(),
    message: !hasMessage
      ? null
      : {
          id: entryId,
          authorId: ctx.actor.personId,
          authorName: opening.authorName ?? ctx.actor.name,
          body: opening.message ?? '',
          fileIds: [...(opening.fileIds ?? []), ...(opening.attachedFileIds ?? [])],
        },
  })
  if (!request) {
    const first = (await findByFormKey(ctx.db, opening.formKey as string)) as Request
    return { request: first, reference: referenceOf(first.number), isNew: false }
  }
  if (opening.fileIds?.length) await ctx.files.claim(opening.fileIds, `request:${request.id}`)
  ctx.emit({
    type: 'request.written',
    subject: { kind: 'request', id: request.id },
    payload: {
      type: type.key,
      ...(hasMessage ? { entry: entryId } : {}),
      ...(opening.splitFrom ? { from: opening.splitFrom } : {}),
    },
  })
  return { request, reference: referenceOf(request.number), isNew: true }
}
