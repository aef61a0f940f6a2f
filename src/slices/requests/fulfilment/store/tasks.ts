import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import type { Show } from '../shows.ts'
import type { WorkRow } from './work.ts'

/** Whose tasks may be seen: those of some teams, and those given to oneself; `all` of them for who oversees. */
export interface Sight {
  me: string
  teams: readonly string[]
  all: boolean
}

/** A task in a list, with the request that it belongs to. */
export type TaskRow = WorkRow & { number: number; subject: string; portal: string; due: Date }

/** What Theke itself sees. */
export const EVERY_TASK: Sight = { me: '', teams: [], all: true }

function tasks(db: Database, sight: Sight) {
  return (
    db
      .selectFrom('fulfilment_work as w')
      .innerJoin('requests as r', 'r.id', 'w.request_id')
      .selectAll('w')
      .select(['r.number', 'r.subject', 'r.portal', sql<Date>`coalesce(w.due_at, w.opened_at)`.as('due')])
      // Web hooks and effects are seen only where something went wrong with them.
      .$if(!sight.all, (q) =>
        q.where((eb) =>
          eb.or([
            eb('w.assignee_id', '=', sight.me),
            eb('w.team_id', '=', sql<string>`any(${[...sight.teams]}::uuid[])`),
          ]),
        ),
      )
  )
}

/** Tasks of a list, the earliest due first; of what is done, the latest first. */
export async function listTaskRows(
  db: Database,
  sight: Sight,
  { show, after, limit }: { show: Show; after: { at: string; id: string } | null; limit: number },
): Promise<TaskRow[]> {
  const isDone = show === 'done'
  const place = isDone ? sql`(w.ended_at, w.id)` : sql`(coalesce(w.due_at, w.opened_at), w.id)`
  const beyond = isDone ? sql`<` : sql`>`
  const rows = await tasks(db, sight)
    .$if(show === 'mine', (q) =>
      q.where('w.kind', '=', 'task').where('w.state', '=', 'open').where('w.assignee_id', '=', sight.me),
    )
    .$if(show === 'team', (q) => q.where('w.kind', '=', 'task').where('w.state', '=', 'open'))
    .$if(show === 'stuck', (q) => q.where('w.state', '=', 'failed'))
    .$if(isDone, (q) => q.where('w.kind', '=', 'task').where('w.state', '=', 'done'))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`${place} ${beyond} (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy(isDone ? sql`w.ended_at desc` : sql`coalesce(w.due_at, w.opened_at)`)
    .orderBy('w.id', isDone ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
  return rows as unknown as TaskRow[]
}

/** How many tasks are open and stuck, counted up to 100 each. */
export async function countTasks(db: Database, sight: Sight): Promise<Record<'mine' | 'team' | 'stuck', number>> {
  const count = async (show: 'mine' | 'team' | 'stuck') =>
    (await listTaskRows(db, sight, { show, after: null, limit: 99 })).length
  return { mine: await count('mine'), team: await count('team'), stuck: await count('stuck') }
}

/** One task that may be seen. */
export async function findTaskRow(db: Database, sight: Sight, id: string): Promise<TaskRow | undefined> {
  const row = await tasks(db, sight).where('w.id', '=', id).where('w.state', '<>', 'ahead').executeTakeFirst()
  return row as unknown as TaskRow | undefined
}
