import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** An ask in a list, with what it is about. */
export interface AskRow {
  id: string
  itemId: string
  stepId: string
  personId: string
  outcome: string | null
  decidedBy: string | null
  askedAt: Date
  decidedAt: Date | null
  number: number
  subject: string
  portal: string
}

function asks(db: Database) {
  return db
    .selectFrom('approval_asks as a')
    .innerJoin('request_items as i', 'i.id', 'a.item_id')
    .innerJoin('requests as r', 'r.id', 'i.request_id')
    .select([
      'a.id',
      'a.item_id as itemId',
      'a.step_id as stepId',
      'a.person_id as personId',
      'a.outcome',
      'a.decided_by as decidedBy',
      'a.asked_at as askedAt',
      'a.decided_at as decidedAt',
      'r.number',
      'r.subject',
      'r.portal',
    ])
}

/** Nobody decides about what is their own, unless the chain allows it; also not as somebody's substitute. */
function notOwn(me: string) {
  return sql<boolean>`((i.approval->>'mayApproveOwn')::boolean
    or (i.requester_id is distinct from ${me}::uuid and i.beneficiary_id is distinct from ${me}::uuid))`
}

/** What waits for somebody, and for those they substitute today; the oldest first. */
export async function listWaiting(
  db: Database,
  me: string,
  substituted: readonly string[],
  page: { after: string | null; limit: number },
): Promise<AskRow[]> {
  return asks(db)
    .where('a.outcome', 'is', null)
    .where('a.person_id', 'in', [me, ...substituted])
    .where(notOwn(me))
    .$if(page.after !== null, (q) => q.where('a.id', '>', page.after as string))
    .orderBy('a.id')
    .limit(page.limit + 1)
    .execute()
}

/** How many wait, counted up to 100. */
export async function countWaiting(db: Database, me: string, substituted: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom(
      asks(db)
        .where('a.outcome', 'is', null)
        .where('a.person_id', 'in', [me, ...substituted])
        .where(notOwn(me))
        .limit(100)
        .as('waiting'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** What somebody has decided, the latest first. */
export async function listDecided(
  db: Database,
  me: string,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<AskRow[]> {
  return asks(db)
    .where('a.decided_by', '=', me)
    .$if(page.after !== null, (q) =>
      q.where(sql<boolean>`(a.decided_at, a.id) < (${page.after?.at}::timestamptz, ${page.after?.id}::uuid)`),
    )
    .orderBy('a.decided_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

/** One ask, when it is somebody's own, of one they substitute, or when they oversee everything (`me` null). */
export async function findAskRow(
  db: Database,
  id: string,
  who: { me: string; substituted: readonly string[] } | 'anybody',
): Promise<AskRow | undefined> {
  return asks(db)
    .where('a.id', '=', id)
    .$if(who !== 'anybody', (q) => {
      const { me, substituted } = who as { me: string; substituted: readonly string[] }
      return q.where((eb) => eb.or([eb('a.person_id', 'in', [me, ...substituted]), eb('a.decided_by', '=', me)]))
    })
    .executeTakeFirst()
}
