import { sql } from 'kysely'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { type Ending, idOfLink, isLinkOf, numberOf, type State } from '../rules.ts'

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
  promised_at: Date | null
  link_version: number
  answered_at: Date | null
  changed_at: Date
  created_at: Date
}

const COLUMNS = [
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
  'promised_at',
  'link_version',
  'answered_at',
  'changed_at',
  'created_at',
] as const

interface NewRequest {
  subject: string
  requesterId: string | null
  contactName: string | null
  contactEmail: string | null
  portal: string
  lang: Lang
  channel: string
  handedOver: object
  promisedAt: Date | null
  formKey: string | null
  now: Date
}

/** Adds a request. Undefined: the same form was sent before. */
export async function insertRequest(db: Database, request: NewRequest): Promise<Request | undefined> {
  const row = await db
    .insertInto('requests')
    .values({
      subject: request.subject,
      requester_id: request.requesterId,
      contact_name: request.contactName,
      contact_email: request.contactEmail,
      portal: request.portal,
      lang: request.lang,
      channel: request.channel,
      handed_over: JSON.stringify(request.handedOver),
      promised_at: request.promisedAt,
      form_key: request.formKey,
      // Moments of JavaScript, to the millisecond: cursors of the queue are compared with them.
      created_at: request.now,
      changed_at: request.now,
    })
    .onConflict((c) => c.column('form_key').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
  return row as Request | undefined
}

export async function getByFormKey(db: Database, formKey: string): Promise<Request> {
  return (await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('form_key', '=', formKey)
    .executeTakeFirstOrThrow()) as Request
}

/**
 * The request of somebody who may see it as its requester: by reference when it is their own, by the secret of its tracking link
 * otherwise. `lock` keeps others from changing it until the command is done.
 */
export async function findRequestFor(
  ctx: Ctx,
  address: string,
  options: { lock?: boolean } = {},
): Promise<Request | undefined> {
  const number = numberOf(address)
  const linked = number === null ? idOfLink(address) : null
  if (linked === null && (number === null || ctx.actor.personId === null)) return undefined
  const request = await ctx.db
    .selectFrom('requests')
    .select(COLUMNS)
    .$if(linked !== null, (q) => q.where('id', '=', linked as string))
    .$if(linked === null, (q) =>
      q.where('number', '=', number as number).where('requester_id', '=', ctx.actor.personId as string),
    )
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  if (!request || (linked !== null && !isLinkOf(address, ctx.installation.secret, request.id, request.link_version)))
    return undefined
  return request as Request
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

/** One person's own requests, newest first. */
export async function listRequestsOf(
  db: Database,
  personId: string,
  page: { after: string | null; limit: number; open: boolean | null },
) {
  const rows = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('requester_id', '=', personId)
    .$if(page.open === true, (q) => q.where('state', 'in', ['new', 'open', 'waiting']))
    .$if(page.open === false, (q) => q.where('state', 'in', ['solved', 'closed']))
    .$if(page.after !== null, (q) => q.where('id', '<', page.after as string))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return rows as Request[]
}

/** What may change of a request. */
interface Change {
  state?: State
  ending?: Ending | null
  assigneeId?: string | null
  answeredAt?: Date
}

export async function updateRequest(
  db: Database,
  id: string,
  { state, ending, assigneeId, answeredAt }: Change,
  now: Date,
) {
  await db
    .updateTable('requests')
    .set({
      changed_at: now,
      ...(state === undefined ? {} : { state }),
      ...(ending === undefined ? {} : { ending }),
      ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
      // The first answer is the one that was promised.
      ...(answeredAt === undefined ? {} : { answered_at: sql<Date>`coalesce(answered_at, ${answeredAt})` }),
    })
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
