import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import { numberOf, type State } from '../../rules.ts'
import type { Request } from '../../store/requests.ts'
import { isByDue, type QueueFilter } from '../filter.ts'
import type { Sight } from '../sight.ts'
import { seenWith } from './sight.ts'

/** Counted up to here, then "99+": nobody needs to know, and counting costs. */
export const MOST_COUNTED = 100
/** Promised within so many hours is due soon. */
const SOON_H = 24

/** Place in a list: what it is sorted by, and the id. */
export interface QueuePlace {
  due: string
  id: string
}

/** What a list is asked for beside its filter. */
export interface QueueView {
  filter: QueueFilter
  sight: Sight
  personId: string | null
  /** People whose name matches the words of the filter. */
  named: readonly string[]
  now: Date
  /** Of a kind that others keep to themselves: only what one deals with oneself, or one's team does, can be in it. */
  isKept?: boolean
}

/** A row of a list with the latest thing said in it. */
export type QueueRow = Request & { due: Date; latest: string | null; tags: string[]; known_error_id: string | null }

const due = sql<Date>`coalesce(requests.promised_at, requests.created_at)`

/** One page of a list: the earliest promise first, or the newest first. Each list has a partial index of its own. */
export async function listQueue(
  db: Database,
  view: QueueView,
  after: QueuePlace | null,
  limit: number,
): Promise<QueueRow[]> {
  const byDue = isByDue(view.filter.queue)
  const rows = await narrowed(db, view)
    .selectAll('requests')
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
    .$if(after !== null && byDue, (q) =>
      q.where(sql<boolean>`(${due}, requests.id) > (${after?.due}::timestamptz, ${after?.id}::uuid)`),
    )
    .$if(after !== null && !byDue, (q) => q.where('requests.id', '<', (after as QueuePlace).id))
    .$if(byDue, (q) => q.orderBy(due).orderBy('requests.id'))
    .$if(!byDue, (q) => q.orderBy('requests.id', 'desc'))
    .limit(limit + 1)
    .execute()
  return rows as unknown as QueueRow[]
}

/** How many there are in each list, counted up to {@link MOST_COUNTED}. One statement for all. */
export async function countQueues(db: Database, views: ReadonlyMap<string, QueueView>): Promise<Map<string, number>> {
  if (views.size === 0) return new Map()
  const keys = [...views.keys()]
  const counts = await db
    .selectNoFrom(
      keys.map((key, n) =>
        db
          .selectFrom(
            narrowed(db, views.get(key) as QueueView)
              .select(sql.lit(1).as('one'))
              .limit(MOST_COUNTED)
              .as('some'),
          )
          .select((eb) => eb.fn.countAll<string>().as('count'))
          .as(`c${n}`),
      ),
    )
    .executeTakeFirstOrThrow()
  return new Map(keys.map((key, n) => [key, Number((counts as Record<string, unknown>)[`c${n}`])]))
}

/** The requests of a list, unordered. States are literals: with parameters the planner could not use the partial indexes. */
function narrowed(db: Database, { filter, sight, personId, named, now, isKept }: QueueView) {
  const words = filter.words ?? ''
  const number = words ? numberOf(words) : null
  return (
    db
      .selectFrom('requests')
      .where(seenWith(sight))
      // Says nothing new, but reads the few that can be seen instead of passing over all that cannot.
      .$if(isKept === true, (q) =>
        q.where(
          sql<boolean>`requests.id = any (array(select seen.id from requests seen where seen.type = ${filter.type}
          and (seen.assignee_id = ${sight.me}::uuid or seen.team_id = any(${[...sight.teams]}::uuid[]))))`,
        ),
      )
      .$if(filter.queue === 'to-do' || filter.queue === 'nobody' || filter.queue === 'due', (q) =>
        q.where(inStates('new', 'open')),
      )
      .$if(filter.queue === 'nobody', (q) => q.where('assignee_id', 'is', null))
      .$if(filter.queue === 'due', (q) =>
        q
          .where(sql<boolean>`${due} <= ${new Date(now.getTime() + SOON_H * 3_600_000)}::timestamptz`)
          .where('promised_at', 'is not', null),
      )
      .$if(filter.queue === 'mine', (q) =>
        q.where('assignee_id', '=', personId).where(inStates('new', 'open', 'waiting')),
      )
      .$if(filter.queue === 'waiting', (q) => q.where(inStates('waiting')))
      .$if(filter.queue === 'approval', (q) => q.where(inStates('approval')))
      .$if(filter.queue === 'done', (q) => q.where(inStates('solved', 'closed')))
      .$if(filter.team !== undefined, (q) => q.where('team_id', '=', filter.team as string))
      .$if(filter.type !== undefined, (q) => q.where('type', '=', filter.type as string))
      .$if(filter.state !== undefined, (q) => q.where('state', '=', filter.state as State))
      .$if(filter.priority !== undefined, (q) => q.where('priority', '=', filter.priority as number))
      .$if(filter.assignee !== undefined, (q) => q.where('assignee_id', '=', filter.assignee as string))
      .$if(filter.tag !== undefined, (q) =>
        q.where(sql<boolean>`tags @> array[${filter.tag}]::text[] and tags <> '{}'`),
      )
      .$if(filter.portal !== undefined, (q) => q.where('portal', '=', filter.portal as string))
      .$if(number !== null, (q) => q.where('number', '=', number as number))
      .$if(words !== '' && number === null, (q) =>
        q.where((eb) =>
          eb.or([
            sql<boolean>`lower(requests.subject || ' ' || coalesce(requests.contact_name, '') || ' ' || coalesce(requests.contact_email, ''))
            like ${`%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`,
            ...(named.length > 0 ? [eb('requester_id', 'in', [...named])] : []),
          ]),
        ),
      )
  )
}

function inStates(...states: State[]) {
  return sql<boolean>`requests.state in (${sql.join(states.map((state) => sql.lit(state)))})`
}
