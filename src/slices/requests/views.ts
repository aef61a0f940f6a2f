import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { fileKey } from '../../kernel/file-key.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { Id, Instant } from '../../kernel/schema.ts'
import { answerRows, readFormVersion } from '../forms/index.ts'
import { namesOfPersons, textIn } from '../identity/index.ts'
import { closingIn, closingWords } from './closing/closing.ts'
import { PromiseView, promiseView } from './promises/promise-view.ts'
import { RatingView } from './ratings/rating-view.ts'
import { findRating } from './ratings/store/ratings.ts'
import type { RequestType } from './request-type.ts'
import {
  codeOf,
  ENDINGS,
  isClosable,
  isOpenToRequester,
  isRatable,
  isReopenable,
  isWithdrawable,
  linkOf,
  referenceOf,
  STATES,
} from './rules.ts'
import { ENTRY_KINDS, type Entry, listEntries } from './store/entries.ts'
import type { Request } from './store/requests.ts'
import { listShares } from './store/shares.ts'
import { findKnownType, listTypes } from './store/types.ts'
import { AnswerRowView } from './writing/answer-row-view.ts'

/** A request in a list. */
export const RequestSummary = z.object({
  reference: z.string(),
  subject: z.string(),
  type: z.string().describe('Key of its kind'),
  typeName: z.string().nullable().describe('What its kind is called'),
  state: z.enum(STATES),
  stateWord: z.string().nullable().describe('The state in the words of its kind; null: called as everywhere'),
  ending: z.enum(ENDINGS).nullable(),
  promisedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  createdAt: Instant,
  changedAt: Instant,
})

const FileView = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.number(),
  url: z.string(),
  isPicture: z.boolean(),
})

/** One thing that was said or happened. */
export const EntryView = z.object({
  id: Id,
  from: Id.describe('The request in which it was said: another one when that was merged into this'),
  kind: z.enum(ENTRY_KINDS),
  side: z.enum(['requester', 'desk', 'system']),
  author: z.string().nullable(),
  body: z.string().nullable(),
  toState: z.enum(STATES).nullable(),
  stateWord: z.string().nullable().describe('That state in the words of the kind; null: called as everywhere'),
  internal: z.boolean().describe('For the desk only'),
  detail: z.record(z.string(), z.unknown()).describe('What the kind needs to be told'),
  files: z.array(FileView),
  at: Instant,
})
export type EntryView = z.infer<typeof EntryView>

const ShareView = z.object({
  id: Id,
  kind: z.enum(['person', 'role']),
  name: z.string(),
  copied: z.boolean().describe('Gets a copy of every answer by mail'),
})

/** A request as its requester sees it. */
export const RequestView = RequestSummary.extend({
  lang: z.string(),
  channel: z.string(),
  relation: z
    .enum(['requester', 'beneficiary', 'reader', 'link'])
    .describe('Why the reader sees it: they wrote it, it is for them, it is shared with them, they have its link'),
  closedBecause: z
    .string()
    .nullable()
    .describe('Why the desk closed it without a solution, in a sentence to whoever asked'),
  isMine: z.boolean().describe('It belongs to the account that is signed in; otherwise it was opened by its link'),
  requesterName: z.string().nullable(),
  beneficiaryName: z.string().nullable().describe('For whom it is, when not for the requester'),
  organisationSees: z.boolean().describe('Members of the organisation with the right role see it'),
  answers: z.array(AnswerRowView).describe('What was filled in, in words'),
  mayReply: z.boolean(),
  mayWithdraw: z.boolean(),
  mayShare: z.boolean(),
  mayClaim: z.boolean().describe('Was written without an account and may become part of mine'),
  mayClose: z.boolean(),
  mayReopen: z.boolean(),
  mayRate: z.boolean(),
  rating: RatingView.nullable(),
  shares: z.array(ShareView),
  promise: PromiseView,
  callback: z.object({ at: Instant, number: z.string() }).nullable(),
  tracking: z
    .object({ link: z.string(), code: z.string() })
    .nullable()
    .describe('Secrets that lead back to it; only for who came by the link'),
  entries: z.array(EntryView),
})

export function summaryOf(request: Request): z.input<typeof RequestSummary> {
  return {
    reference: referenceOf(request.number),
    subject: request.subject,
    type: request.type,
    typeName: null,
    state: request.state,
    stateWord: null,
    ending: request.ending,
    promisedAt: request.promised_at,
    answeredAt: request.answered_at,
    createdAt: request.created_at,
    changedAt: request.changed_at,
  }
}

/** Requests of a list, with what their kinds and states are called. */
export async function summariesOf(ctx: Ctx, requests: Request[]): Promise<z.input<typeof RequestSummary>[]> {
  if (requests.length === 0) return []
  const types = new Map((await listTypes(ctx.db)).map((type) => [type.key, type]))
  return requests.map((request) => ({ ...summaryOf(request), ...wordsOf(ctx, request, types.get(request.type)) }))
}

function wordsOf(ctx: Ctx, request: Request, type: RequestType | undefined) {
  return {
    typeName: type ? textIn(type.names, ctx.lang, type.key) : null,
    stateWord: textIn(type?.stateWords[request.state], ctx.lang) || null,
  }
}

export async function requestView(
  ctx: Ctx,
  request: Request & { byLink?: boolean },
): Promise<z.input<typeof RequestView>> {
  const relation = relationOf(ctx, request)
  const entries = await listEntries(ctx.db, request.id, 'requester', relation === 'reader' ? ctx.actor : undefined)
  const type = await findKnownType(ctx, request.type)
  const isOwn = relation !== 'reader'
  const names = await namesOfPersons(
    ctx,
    [request.requester_id, request.beneficiary_id].filter((id) => id !== null),
  )
  const shares = isOwn ? await listShares(ctx.db, request.id) : []
  const rating = isRatable(request) && isOwn ? await findRating(ctx.db, request.id) : undefined
  return {
    ...summaryOf(request),
    ...wordsOf(ctx, request, type),
    lang: request.lang,
    channel: request.channel,
    relation,
    closedBecause: closedBecause(ctx, request, entries),
    isMine: relation === 'requester',
    requesterName: (request.requester_id ? names.get(request.requester_id) : request.contact_name) ?? null,
    beneficiaryName: (request.beneficiary_id && names.get(request.beneficiary_id)) || null,
    organisationSees: request.organisation_id !== null && !(type?.confidential || type?.teamOnly),
    answers: await answersInWords(ctx, request),
    mayReply: isOpenToRequester(request.state),
    mayWithdraw: isOwn && isWithdrawable(request.state),
    mayClaim: relation === 'link' && request.requester_id === null && ctx.actor.personId !== null,
    mayShare: relation === 'requester' || relation === 'beneficiary',
    mayClose: isOwn && isClosable(request.state),
    mayReopen: isOwn && isReopenable(request, type?.reopenDays ?? 0, ctx.now()),
    mayRate: isOwn && isRatable(request),
    rating: rating ?? null,
    shares: shares.map((share) => ({
      id: share.id,
      kind: share.person_id ? 'person' : 'role',
      name: share.name ?? textIn(share.names ?? {}, ctx.lang),
      copied: share.copied,
    })),
    promise: await promiseView(ctx, request, entries),
    callback:
      request.callback_at && request.callback_number
        ? { at: request.callback_at, number: request.callback_number }
        : null,
    tracking: relation === 'link' ? trackingOf(ctx, request) : null,
    entries: (await withFiles(ctx, entries)).map((entry) => ({
      ...entry,
      stateWord: (entry.toState && textIn(type?.stateWords[entry.toState], ctx.lang)) || null,
    })),
  }
}

function closedBecause(ctx: Ctx, request: Request, entries: readonly Entry[]): string | null {
  const last = request.state === 'closed' ? entries.findLast((entry) => entry.to_state === 'closed') : undefined
  const closing = last && closingIn(last)
  return closing ? closingWords(ctx.t, closing) : null
}

/** What was filled in, with the questions of the version of the form that was answered. */
async function answersInWords(ctx: Ctx, { form_id, form_version, answers }: Request) {
  const form = form_id && form_version ? await readFormVersion(ctx, form_id, form_version) : undefined
  return form ? answerRows(ctx, form.definition, answers as Parameters<typeof answerRows>[2]) : []
}

function relationOf(ctx: Ctx, request: Request & { byLink?: boolean }) {
  const me = ctx.actor.personId
  if (me !== null && request.requester_id === me) return 'requester'
  if (me !== null && request.beneficiary_id === me) return 'beneficiary'
  return request.byLink === true ? 'link' : 'reader'
}

/** The secrets of a request. Only for those who have proven one of them, or have just written it. */
export function trackingOf(ctx: Ctx, { id, link_version }: Request) {
  const { secret } = ctx.installation
  return { link: linkOf(secret, id, link_version), code: codeOf(secret, id, link_version) }
}

/** The timeline with its files, which are read at once. */
export async function entryViews(
  ctx: Ctx,
  request: Request,
  reader: 'requester' | 'desk',
): Promise<z.input<typeof EntryView>[]> {
  return withFiles(ctx, await listEntries(ctx.db, request.id, reader))
}

async function withFiles(ctx: Ctx, entries: Entry[]): Promise<z.input<typeof EntryView>[]> {
  const hasFiles = entries.some((entry) => entry.file_ids.length > 0)
  // Files stay with the request that they came with: after merging and splitting that may be another one.
  const owners = new Set(
    entries.flatMap((entry) => (entry.file_ids.length > 0 ? [entry.origin_id ?? entry.request_id] : [])),
  )
  const files = hasFiles ? (await Promise.all([...owners].map((id) => ctx.files.of(ownerOf(id))))).flat() : []
  return entries.map((entry) => entryView(ctx, entry, files))
}

/** What files of a request belong to. */
export function ownerOf(requestId: string): string {
  return `request:${requestId}`
}

function entryView(ctx: Ctx, entry: Entry, files: StoredFile[]): z.input<typeof EntryView> {
  return {
    id: entry.id,
    from: entry.request_id,
    kind: entry.kind,
    side: entry.side,
    author: entry.author_name,
    body: entry.body,
    toState: entry.to_state,
    stateWord: null,
    internal: entry.internal,
    detail: entry.detail,
    files: files.filter((file) => entry.file_ids.includes(file.id)).map((file) => fileView(ctx, file)),
    at: entry.at,
  }
}

/** So long the address of a file works that was given to somebody who is not signed in. */
const KEY_LIFETIME_S = 6 * 3600

function fileView(ctx: Ctx, { id, name, type, size }: StoredFile): z.input<typeof FileView> {
  const until = Math.ceil(ctx.now().getTime() / 1000) + KEY_LIFETIME_S
  const key = ctx.actor.personId === null ? `?key=${fileKey(ctx.installation.secret, id, until)}` : ''
  return {
    id,
    name,
    type,
    size,
    url: `/files/${id}/${encodeURIComponent(name)}${key}`,
    isPicture: type.startsWith('image/'),
  }
}
