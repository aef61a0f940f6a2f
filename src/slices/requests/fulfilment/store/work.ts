import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import type { LocalText } from '../../../../kernel/form/local-text.ts'
import type { WorkState } from '../rules.ts'

/** A line of a checklist. */
export interface CheckLine {
  text: LocalText
  done: boolean
}

/** Something to be done for an item, as it stands. */
export interface WorkRow {
  id: string
  item_id: string
  request_id: string
  stage: number
  position: number
  key: string
  kind: 'task' | 'webhook' | 'effect'
  title: LocalText
  instructions: LocalText | null
  team_id: string | null
  assignee_id: string | null
  checklist: CheckLine[]
  state: WorkState
  opened_at: Date | null
  due_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  reason: string | null
}

type NewWork = Pick<WorkRow, 'id' | 'item_id' | 'request_id' | 'stage' | 'position' | 'key' | 'kind' | 'title'> &
  Pick<WorkRow, 'instructions' | 'team_id' | 'checklist'>

/** Adds everything that a plan has to do, before any of it is begun. */
export async function insertWork(db: Database, work: readonly NewWork[]): Promise<void> {
  if (work.length === 0) return
  await db
    .insertInto('fulfilment_work')
    .values(
      work.map(({ title, instructions, checklist, ...one }) => ({
        ...one,
        title: JSON.stringify(title),
        instructions: instructions && JSON.stringify(instructions),
        checklist: JSON.stringify(checklist),
        state: 'ahead',
      })),
    )
    .execute()
}

/** Everything that is to be done for some items, in order: item → work. */
export async function listWork(db: Database, itemIds: readonly string[]): Promise<Map<string, WorkRow[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('fulfilment_work')
    .selectAll()
    .where('item_id', 'in', [...itemIds])
    .orderBy('stage')
    .orderBy('position')
    .execute()
  return Map.groupBy(rows as unknown as WorkRow[], (row) => row.item_id)
}

export async function findWork(db: Database, id: string): Promise<WorkRow | undefined> {
  return (await db.selectFrom('fulfilment_work').selectAll().where('id', '=', id).executeTakeFirst()) as unknown as
    | WorkRow
    | undefined
}

/** Work that is to be done now, with its moment. */
export async function openWork(
  db: Database,
  opened: readonly { id: string; dueAt: Date | null }[],
  now: Date,
): Promise<void> {
  if (opened.length === 0) return
  await db
    .updateTable('fulfilment_work as w')
    .from(
      sql<{ id: string; due_at: Date | null }>`(select * from unnest(${opened.map((one) => one.id)}::uuid[],
        ${opened.map((one) => one.dueAt)}::timestamptz[]) as o (id, due_at))`.as('o'),
    )
    .set({ state: 'open', opened_at: now, due_at: (eb) => eb.ref('o.due_at') })
    .whereRef('w.id', '=', 'o.id')
    .execute()
}

/** What may change of work. */
export interface WorkChange {
  state?: WorkState
  assigneeId?: string | null
  teamId?: string
  checklist?: CheckLine[]
  dueAt?: Date | null
  reason?: string | null
  endedBy?: string | null
}

export async function updateWork(db: Database, id: string, change: WorkChange, now: Date): Promise<void> {
  const { state, assigneeId, teamId, checklist, dueAt, reason, endedBy } = change
  await db
    .updateTable('fulfilment_work')
    .set({
      ...(state === undefined ? {} : { state, ended_at: state === 'open' ? null : now }),
      ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
      ...(teamId === undefined ? {} : { team_id: teamId }),
      ...(checklist === undefined ? {} : { checklist: JSON.stringify(checklist) }),
      ...(dueAt === undefined ? {} : { due_at: dueAt }),
      ...(reason === undefined ? {} : { reason }),
      ...(endedBy === undefined ? {} : { ended_by: endedBy }),
    })
    .where('id', '=', id)
    .execute()
}

/** Nothing of an item is to be done any more. Gives the tasks that somebody had on their list. */
export async function dropWork(db: Database, itemIds: readonly string[], now: Date): Promise<string[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .updateTable('fulfilment_work')
    .set({ state: 'unneeded', ended_at: now })
    .where('item_id', 'in', [...itemIds])
    .where('state', 'in', ['ahead', 'open', 'failed'])
    .returning(['id'])
    .execute()
  return rows.map((row) => row.id)
}
