import { sql } from 'kysely'
import { type Actor, may } from '../../../../kernel/actor.ts'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import { numberOf } from '../../rules.ts'
import type { Request } from '../../store/requests.ts'
import type { View } from '../views-of-desk.ts'

/** A request of the desk: whoever works there may see every one. */
export async function findRequestForDesk(
  ctx: Ctx,
  reference: string,
  options: { lock?: boolean } = {},
): Promise<Request | undefined> {
  const number = numberOf(reference)
  if (number === null || !may(ctx.actor, 'requests.work')) return undefined
  const row = await ctx.db
    .selectFrom('requests')
    .selectAll()
    .where('number', '=', number)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  return row as Request | undefined
}

/** Whether the actor may see a request at the desk. */
export async function isSeenAtDesk(ctx: Ctx, id: string): Promise<boolean> {
  if (!may(ctx.actor, 'requests.work')) return false
  return (await ctx.db.selectFrom('requests').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Place in a view: what it is sorted by, and the id. */
export interface QueuePlace {
  due: string
  id: string
}

interface QueueQuery {
  view: View
  after: QueuePlace | null
  limit: number
}

/** A row of the queue with the latest thing said in it. */
export type QueueRow = Request & { due: Date; latest: string | null }

/** What is to be done (earliest promise first) or was done (newest first). */
export async function listQueue(db: Database, actor: Actor, { view, after, limit }: QueueQuery): Promise<QueueRow[]> {
  const due = sql<Date>`coalesce(promised_at, created_at)`
  const byDue = view === 'to-do' || view === 'mine'
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .select(due.as('due'))
    .select((eb) =>
      eb
        .selectFrom('request_entries')
        .select(sql<string>`left(body, 200)`.as('body'))
        .whereRef('request_id', '=', 'requests.id')
        .where('kind', '=', 'message')
        .orderBy('request_entries.id', 'desc')
        .limit(1)
        .as('latest'),
    )
    .$if(view === 'to-do', (q) => q.where('state', 'in', [sql.lit<'new'>('new'), sql.lit<'open'>('open')]))
    .$if(view === 'mine', (q) =>
      q
        .where('assignee_id', '=', actor.personId)
        .where('state', 'in', [sql.lit<'new'>('new'), sql.lit<'open'>('open'), sql.lit<'waiting'>('waiting')]),
    )
    .$if(view === 'waiting', (q) => q.where('state', '=', sql.lit<'waiting'>('waiting')))
    .$if(view === 'done', (q) => q.where('state', 'in', [sql.lit<'solved'>('solved'), sql.lit<'closed'>('closed')]))
    .$if(after !== null && byDue, (q) =>
      q.where(sql<boolean>`(coalesce(promised_at, created_at), id) > (${after?.due}::timestamptz, ${after?.id}::uuid)`),
    )
    .$if(after !== null && !byDue, (q) => q.where('id', '<', (after as QueuePlace).id))
    .$if(byDue, (q) => q.orderBy(due).orderBy('id'))
    .$if(!byDue, (q) => q.orderBy('id', 'desc'))
    .limit(limit + 1)
    .execute()
  return rows as unknown as QueueRow[]
}

/** How much there is to do, counted up to a thousand. */
export async function countToDo(db: Database): Promise<number> {
  const row = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('requests')
        .select('id')
        .where('state', 'in', [sql.lit<'new'>('new'), sql.lit<'open'>('open')])
        .limit(1000)
        .as('some'),
    )
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Other requests of whoever wrote this one, newest first: context for the desk. */
export async function listOthersOf(db: Database, request: Request): Promise<Request[]> {
  const { requester_id, contact_email } = request
  if (!requester_id && !contact_email) return []
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('id', '<>', request.id)
    .$if(requester_id !== null, (q) => q.where('requester_id', '=', requester_id))
    .$if(requester_id === null, (q) => q.where('contact_email', '=', contact_email))
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
  return rows as Request[]
}
