import { sql } from 'kysely'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import { numberOf } from '../../rules.ts'
import type { Request } from '../../store/requests.ts'
import { type Sight, sightOf } from '../sight.ts'
import { seenWith } from './sight.ts'

/** A request with what only the desk works with. */
export interface DeskRow extends Request {
  tags: string[]
  known_error_id: string | null
}

/** A request of the desk by its reference, for those who may see it there. */
export async function findRequestForDesk(
  ctx: Ctx,
  reference: string,
  options: { lock?: boolean } = {},
): Promise<DeskRow | undefined> {
  const number = numberOf(reference)
  const sight = await sightOf(ctx)
  if (number === null || !sight) return undefined
  const row = await ctx.db
    .selectFrom('requests')
    .selectAll('requests')
    .where('number', '=', number)
    .where(seenWith(sight))
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  return row as unknown as DeskRow | undefined
}

/** Several requests of the desk by number, locked, in the order of their ids so that two bulk changes cannot wait for each other. */
export async function listRequestsForDesk(ctx: Ctx, numbers: readonly number[]): Promise<DeskRow[]> {
  const sight = await sightOf(ctx)
  if (!sight || numbers.length === 0) return []
  const rows = await ctx.db
    .selectFrom('requests')
    .selectAll('requests')
    .where('number', 'in', [...numbers])
    .where(seenWith(sight))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as unknown as DeskRow[]
}

/** Whether the actor may see a request at the desk. */
export async function isSeenAtDesk(ctx: Ctx, id: string): Promise<boolean> {
  return (await seenAtDesk(ctx, [id])).has(id)
}

/** A request of the desk by its id, for those who may see it there. */
export async function findSeenAtDesk(ctx: Ctx, id: string): Promise<DeskRow | undefined> {
  const sight = await sightOf(ctx)
  if (!sight) return undefined
  const row = await ctx.db
    .selectFrom('requests')
    .selectAll('requests')
    .where('id', '=', id)
    .where(seenWith(sight))
    .executeTakeFirst()
  return row as unknown as DeskRow | undefined
}

/** Those of some requests that the actor may see at the desk. */
export async function seenAtDesk(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const sight = ids.length > 0 ? await sightOf(ctx) : undefined
  if (!sight) return new Set()
  const rows = await ctx.db
    .selectFrom('requests')
    .select('id')
    .where('id', 'in', [...ids])
    .where(seenWith(sight))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Other requests of whoever wrote this one, newest first: context for the desk. */
export async function listOthersOf(db: Database, request: Request, sight: Sight): Promise<Request[]> {
  const { requester_id, contact_email } = request
  if (!requester_id && !contact_email) return []
  const rows = await db
    .selectFrom('requests')
    .selectAll('requests')
    .where('id', '<>', request.id)
    .where(seenWith(sight))
    .$if(requester_id !== null, (q) => q.where('requester_id', '=', requester_id))
    .$if(requester_id === null, (q) => q.where('contact_email', '=', contact_email))
    .orderBy('id', 'desc')
    .limit(6)
    .execute()
  return rows as unknown as Request[]
}

/** So many of the newest of the same kind are looked through for similar ones. */
const LOOKED_THROUGH = 1000
/** Trigrams in common, 0 to 1. */
const ALIKE = 0.25

/** Requests of the same kind whose subject is alike, the most alike first. */
export async function listSimilar(db: Database, request: Request, sight: Sight): Promise<Request[]> {
  const rows = await db
    .with('newest', (q) =>
      q
        .selectFrom('requests')
        .selectAll('requests')
        .where('type', '=', request.type)
        .where('id', '<>', request.id)
        .where('merged_into_id', 'is', null)
        .where(seenWith(sight))
        .orderBy('id', 'desc')
        .limit(LOOKED_THROUGH),
    )
    .selectFrom('newest')
    .selectAll()
    .where(sql<boolean>`similarity(subject, ${request.subject}) > ${ALIKE}`)
    .orderBy(sql`similarity(subject, ${request.subject})`, 'desc')
    .orderBy('id', 'desc')
    .limit(4)
    .execute()
  return rows as unknown as Request[]
}

/** What changes a request without anything having happened in it. */
export async function updateForDesk(
  db: Database,
  id: string,
  change: Partial<Pick<DeskRow, 'tags' | 'merged_into_id' | 'known_error_id' | 'team_id' | 'priority'>>,
) {
  await db.updateTable('requests').set(change).where('id', '=', id).execute()
}

/** A request that nobody has yet, locked: for sharing work out. */
export async function findForSharing(db: Database, id: string): Promise<DeskRow | undefined> {
  const row = await db
    .selectFrom('requests')
    .selectAll('requests')
    .where('id', '=', id)
    .where('assignee_id', 'is', null)
    .where('state', 'in', ['new', 'open'])
    .forUpdate()
    .executeTakeFirst()
  return row as unknown as DeskRow | undefined
}
