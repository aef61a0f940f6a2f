import { sql } from 'kysely'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'
import { reference } from '../../../../kernel/ids.ts'
import type { Sight } from '../sight.ts'
import type { DeskRow } from './desk.ts'
import { seenWith } from './sight.ts'

/** The announcement of a major incident, by language. */
export type Announcement = Record<string, { title: string; text: string }>

/** A case that repeats in many requests. */
export interface KnownError {
  id: string
  number: number
  title: string
  words: string
  state: 'open' | 'solved'
  team_id: string | null
  created_at: Date
  changed_at: Date
  solved_at: Date | null
  announcement: Announcement | null
  announced_at: Date | null
  announced_until: Date | null
  audience_id: string | null
  portals: string[]
  service_key: string | null
}

/** What people see of it: `K-101-X`. */
export const knownErrorReference = (number: number | string) => reference('K', Number(number))

const COLUMNS = [
  'id',
  'number',
  'title',
  'words',
  'state',
  'team_id',
  'created_at',
  'changed_at',
  'solved_at',
  'announcement',
  'announced_at',
  'announced_until',
  'audience_id',
  'portals',
  'service_key',
] as const

export async function insertKnownError(
  ctx: Ctx,
  { title, words, teamId }: { title: string; words: string; teamId: string | null },
): Promise<KnownError> {
  const row = await ctx.db
    .insertInto('known_errors')
    .values({
      title,
      words,
      team_id: teamId,
      raised_by: ctx.actor.personId,
      created_at: ctx.now(),
      changed_at: ctx.now(),
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return shaped(row)
}

export async function findKnownError(db: Database, number: number, options: { lock?: boolean } = {}) {
  const row = await db
    .selectFrom('known_errors')
    .select(COLUMNS)
    .where('number', '=', number)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
  return row && shaped(row)
}

export async function findKnownErrorById(db: Database, id: string) {
  const row = await db.selectFrom('known_errors').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && shaped(row)
}

/** How many requests hang on a known error, of those that may be seen; counted up to 1000. */
function attachedTo(sight: Sight) {
  return sql<number>`(select count(*)::int from (
    select from requests where requests.known_error_id = k.id and ${seenWith(sight)} limit 1000) as counted)`.as(
    'attached',
  )
}

/** What a request says of the known error that it hangs on. */
export async function findKnownErrorOf(db: Database, id: string | null, sight: Sight) {
  if (id === null) return undefined
  const row = await db
    .selectFrom('known_errors as k')
    .select(['k.number', 'k.title', 'k.state'])
    .select(attachedTo(sight))
    .where('k.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      reference: knownErrorReference(row.number),
      title: row.title,
      state: row.state as 'open' | 'solved',
      others: row.attached - 1,
    }
  )
}

/** Known errors with how many requests hang on them: the open ones, or the solved ones, newest first. */
export async function listKnownErrors(
  db: Database,
  sight: Sight,
  { state, after, limit }: { state: 'open' | 'solved'; after: string | null; limit: number },
): Promise<(KnownError & { attached: number })[]> {
  const rows = await db
    .selectFrom('known_errors as k')
    .select(COLUMNS.map((column) => `k.${column}` as const))
    .select(attachedTo(sight))
    .where('k.state', '=', sql.lit(state))
    .$if(after !== null, (q) => q.where('k.id', '<', after as string))
    .orderBy('k.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({ ...shaped(row), attached: row.attached }))
}

/** Requests that hang on a known error, oldest first; `lock` keeps others from changing them. */
export async function listAttached(
  db: Database,
  id: string,
  sight: Sight,
  { limit, lock }: { limit: number; lock?: boolean },
): Promise<DeskRow[]> {
  const rows = await db
    .selectFrom('requests')
    .selectAll('requests')
    .where('known_error_id', '=', id)
    .where(seenWith(sight))
    .orderBy('id')
    .limit(limit)
    .$if(lock === true, (q) => q.forUpdate())
    .execute()
  return rows as unknown as DeskRow[]
}

/** What may change of a known error. */
type Change = Partial<
  Pick<
    KnownError,
    | 'title'
    | 'words'
    | 'state'
    | 'solved_at'
    | 'announced_at'
    | 'announced_until'
    | 'audience_id'
    | 'portals'
    | 'service_key'
  >
> & { announcement?: Announcement | null }

export async function updateKnownError(ctx: Ctx, id: string, { announcement, ...change }: Change) {
  await ctx.db
    .updateTable('known_errors')
    .set({
      ...change,
      ...(announcement === undefined ? {} : { announcement: announcement && JSON.stringify(announcement) }),
      changed_at: ctx.now(),
    })
    .where('id', '=', id)
    .execute()
}

/** Major incidents that are announced now, newest first; at most 10. */
export async function listAnnounced(db: Database, now: Date): Promise<KnownError[]> {
  const rows = await db
    .selectFrom('known_errors')
    .select(COLUMNS)
    .where('announced_at', 'is not', null)
    .where('state', '=', sql.lit('open'))
    .where((eb) => eb.or([eb('announced_until', 'is', null), eb('announced_until', '>', now)]))
    .orderBy('announced_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(shaped)
}

function shaped(row: object): KnownError {
  const known = row as KnownError & { number: number | string }
  return { ...known, number: Number(known.number) }
}
