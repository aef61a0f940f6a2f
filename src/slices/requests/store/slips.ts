import type { Database } from '../../../kernel/ctx.ts'
import { COLUMNS, type Request } from './requests.ts'

const MOST = 200

/**
 * Requests that somebody has to act on, whose promise ends before a moment and of which nobody has been told yet; the earliest first.
 * Locked, so that two processes never tell of the same one.
 */
export async function lockSlipping(
  db: Database,
  told: 'slip_warned_at' | 'slip_told_at',
  before: Date,
  after: Date,
): Promise<Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('state', 'in', ['new', 'open'])
    .where('promised_at', '<=', before)
    .where('promised_at', '>', after)
    .where(told, 'is', null)
    // The first answer has kept the promise, and no other was given.
    .where((eb) => eb.or([eb('answered_at', 'is', null), eb('resolve_by', 'is not', null)]))
    .orderBy('promised_at')
    .limit(MOST)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows as Request[]
}

/** What was solved before a moment and nobody has objected to. */
export async function lockSolvedBefore(db: Database, before: Date): Promise<Request[]> {
  const rows = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('state', '=', 'solved')
    .where('solved_at', '<', before)
    .orderBy('solved_at')
    .limit(MOST)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows as Request[]
}
