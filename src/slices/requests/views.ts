import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { fileKey } from '../../kernel/file-key.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { Id, Instant } from '../../kernel/schema.ts'
import { codeOf, ENDINGS, isOpenToRequester, isWithdrawable, linkOf, referenceOf, STATES } from './rules.ts'
import { ENTRY_KINDS, type Entry, listEntries } from './store/entries.ts'
import type { Request } from './store/requests.ts'

/** A request in a list. */
export const RequestSummary = z.object({
  reference: z.string(),
  subject: z.string(),
  state: z.enum(STATES),
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
  kind: z.enum(ENTRY_KINDS),
  side: z.enum(['requester', 'desk', 'system']),
  author: z.string().nullable(),
  body: z.string().nullable(),
  toState: z.enum(STATES).nullable(),
  internal: z.boolean().describe('For the desk only'),
  detail: z.record(z.string(), z.unknown()).describe('What the kind needs to be told'),
  files: z.array(FileView),
  at: Instant,
})
export type EntryView = z.infer<typeof EntryView>

/** A request as its requester sees it. */
export const RequestView = RequestSummary.extend({
  lang: z.string(),
  channel: z.string(),
  isMine: z.boolean().describe('It belongs to the account that is signed in; otherwise it was opened by its link'),
  mayReply: z.boolean(),
  mayWithdraw: z.boolean(),
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
    state: request.state,
    ending: request.ending,
    promisedAt: request.promised_at,
    answeredAt: request.answered_at,
    createdAt: request.created_at,
    changedAt: request.changed_at,
  }
}

export async function requestView(ctx: Ctx, request: Request): Promise<z.input<typeof RequestView>> {
  return {
    ...summaryOf(request),
    lang: request.lang,
    channel: request.channel,
    isMine: ctx.actor.personId !== null && ctx.actor.personId === request.requester_id,
    tracking:
      ctx.actor.personId === request.requester_id && request.requester_id !== null ? null : trackingOf(ctx, request),
    mayReply: isOpenToRequester(request.state),
    mayWithdraw: isWithdrawable(request.state),
    entries: await entryViews(ctx, request, 'requester'),
  }
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
  const entries = await listEntries(ctx.db, request.id, reader)
  const withFiles = entries.some((entry) => entry.file_ids.length > 0)
  const files = withFiles ? await ctx.files.of(ownerOf(request.id)) : []
  return entries.map((entry) => entryView(ctx, entry, files))
}

/** What files of a request belong to. */
export function ownerOf(requestId: string): string {
  return `request:${requestId}`
}

function entryView(ctx: Ctx, entry: Entry, files: StoredFile[]): z.input<typeof EntryView> {
  return {
    id: entry.id,
    kind: entry.kind,
    side: entry.side,
    author: entry.author_name,
    body: entry.body,
    toState: entry.to_state,
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
