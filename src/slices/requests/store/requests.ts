import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { Id } from '../../../kernel/schema.ts'
import { findMergeTarget } from '../desk/store/merging.ts'
import { type Ending, idOfLink, isLinkOf, type Level, numberOf, type Priority, type State } from '../rules.ts'
import { isOwnOf, isVisibleTo } from './visible.ts'

/** A request as its operations work on it. */
export interface Request {
  id: string
  number: number
  type: string
  state: State
  ending: Ending | null
  subject: string
  requester_id: string | null
  contact_name: string | null
  contact_email: string | null
  portal: string
  lang: Lang
  channel: string
  handed_over: unknown
  assignee_id: string | null
  team_id: string | null
  /** 1 is the highest. */
  priority: Priority
  impact: Level | null
  urgency: Level | null
  beneficiary_id: string | null
  organisation_id: string | null
  service_key: string | null
  form_id: string | null
  form_version: number | null
  answers: unknown
  promised_at: Date | null
  promise_reason: string | null
  first_response_by: Date | null
  resolve_by: Date | null
  paused_at: Date | null
  /** Of business hours. */
  paused_minutes: number
  slip_warned_at: Date | null
  slip_told_at: Date | null
  link_version: number
  answered_at: Date | null
  solved_at: Date | null
  closed_at: Date | null
  worked_minutes: number | null
  callback_at: Date | null
  callback_number: string | null
  /** The request in which it goes on. */
  merged_into_id: string | null
  changed_at: Date
  created_at: Date
}

export const COLUMNS = [
  'id',
  'number',
  'type',
  'state',
  'ending',
  'subject',
  'requester_id',
  'contact_name',
  'contact_email',
  'portal',
  'lang',
  'channel',
  'handed_over',
  'assignee_id',
  'team_id',
  'priority',
  'impact',
  'urgency',
  'beneficiary_id',
  'organisation_id',
  'service_key',
  'form_id',
  'form_version',
  'answers',
  'promised_at',
  'promise_reason',
  'first_response_by',
  'resolve_by',
  'paused_at',
  'paused_minutes',
  'slip_warned_at',
  'slip_told_at',
  'link_version',
  'answered_at',
  'solved_at',
  'closed_at',
  'worked_minutes',
  'callback_at',
  'callback_number',
  'merged_into_id',
  'changed_at',
  'created_at',
] as const

/** The request that a form has opened before. */
export async function findByFormKey(db: Database, formKey: string): Promise<Request | undefined> {
  const row = await db.selectFrom('requests').select(COLUMNS).where('form_key', '=', formKey).executeTakeFirst()
  return row as Request | undefined
}

/** A request as one of its readers found it. */
export type FoundRequest = Request & {
  /** By the secret of its link; otherwise by its reference, with an account. */
  byLink: boolean
}

interface Finding {
  /** Keeps others from changing it until the command is done. */
  lock?: boolean
  /** `own`: only who wrote it, for whom it is, or who has its link; `read`: everybody who may read it. */
  right?: 'read' | 'own'
}

/** The request of somebody who may see it: by reference when it is visible to them, by the secret of its tracking link otherwise. */
export async function findRequestFor(
  ctx: Ctx,
  address: string,
  finding: Finding = {},
): Promise<FoundRequest | undefined> {
  const number = numberOf(address)
  const linked = number === null ? idOfLink(address) : null
  const me = ctx.actor.personId
  if (linked === null && (number === null || me === null)) return undefined
  const request = await ctx.db
    .selectFrom('requests')
    .select(COLUMNS)
    .$if(linked !== null, (q) => q.where('id', '=', linked as string))
    .$if(linked === null, (q) => q.where('number', '=', number as number))
    .$if(linked === null, (q) => q.where(mayBe(ctx.actor, finding)))
    .$if(finding.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  if (!request || (linked !== null && !isLinkOf(address, ctx.installation.secret, request.id, request.link_version)))
    return undefined
  const found = { ...(request as Request), byLink: linked !== null }
  return found.merged_into_id ? whereItGoesOn(ctx, found, finding) : found
}

function mayBe(actor: Actor, { right }: Finding) {
  return right === 'own' ? isOwnOf(actor) : isVisibleTo(actor)
}

/**
 * A merged request leads to the one in which it goes on, for who has the same right to that one; mergings are only between requests of one
 * person. Without an account that is somebody who typed the same address, which proves nothing: a link opens what it was made for, and the
 * way to the other one went by mail to that address.
 */
async function whereItGoesOn(ctx: Ctx, merged: FoundRequest, finding: Finding): Promise<FoundRequest> {
  const target = await findMergeTarget(ctx.db, merged.id)
  if (!target || target.id === merged.id || merged.requester_id === null) return merged
  const request = await ctx.db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('id', '=', target.id)
    .$if(!merged.byLink, (q) => q.where(mayBe(ctx.actor, finding)))
    .$if(finding.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  if (!request || request.requester_id !== merged.requester_id) return merged
  return { ...(request as Request), byLink: merged.byLink }
}

/** Whether a request is visible to the actor by their account. */
export async function isVisible(ctx: Ctx, id: string): Promise<boolean> {
  if (!Id.safeParse(id).success) return false
  const row = await ctx.db
    .selectFrom('requests')
    .select('id')
    .where('id', '=', id)
    .where(isVisibleTo(ctx.actor))
    .executeTakeFirst()
  return row !== undefined
}

/** A request by its number, for checking a code against it. */
export async function findByNumber(db: Database, number: number): Promise<Request | undefined> {
  return (await db.selectFrom('requests').select(COLUMNS).where('number', '=', number).executeTakeFirst()) as
    | Request
    | undefined
}

/** A request by its id, for reactions and the search index. */
export async function findById(db: Database, id: string): Promise<Request | undefined> {
  return (await db.selectFrom('requests').select(COLUMNS).where('id', '=', id).executeTakeFirst()) as
    | Request
    | undefined
}

/** Until when a request is promised, and the portal whose hours count. */
export async function promisedAtOf(db: Database, id: string): Promise<{ at: Date | null; portal: string } | undefined> {
  return db.selectFrom('requests').select(['promised_at as at', 'portal']).where('id', '=', id).executeTakeFirst()
}

/** Several requests by their ids, for the search index. */
export async function findByIds(db: Database, ids: readonly string[]): Promise<Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return rows as Request[]
}

/** Columns that a move may change; what is not named stays. */
export type Change = Partial<
  Pick<
    Request,
    | 'type'
    | 'state'
    | 'ending'
    | 'subject'
    | 'assignee_id'
    | 'team_id'
    | 'priority'
    | 'impact'
    | 'urgency'
    | 'requester_id'
    | 'beneficiary_id'
    | 'organisation_id'
    | 'contact_name'
    | 'contact_email'
    | 'link_version'
    | 'promised_at'
    | 'promise_reason'
    | 'first_response_by'
    | 'resolve_by'
    | 'paused_at'
    | 'paused_minutes'
    | 'slip_warned_at'
    | 'slip_told_at'
    | 'answered_at'
    | 'solved_at'
    | 'closed_at'
    | 'worked_minutes'
  >
>

export async function updateRequest(db: Database, id: string, change: Change, now: Date) {
  await db
    .updateTable('requests')
    .set({ ...change, changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Requests of registered people, for the search index, in batches. */
export async function listOwned(db: Database, after: string | null, limit: number): Promise<Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('requester_id', 'is not', null)
    .$if(after !== null, (q) => q.where('id', '>', after as string))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as Request[]
}
