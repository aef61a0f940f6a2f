import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import type { FulfilmentPlan } from '../definition.ts'

/** Something that Theke did for somebody and has not taken back. */
export interface DoneEffect {
  id: string
  key: string
  fulfilment: FulfilmentPlan
}

/** What is in force of what Theke did for somebody, the newest first; at most 500. */
export async function listEffectsOf(db: Database, personId: string): Promise<DoneEffect[]> {
  const { rows } = await sql<DoneEffect>`
    select w.id, w.key, i.fulfilment
    from request_items i join fulfilment_work w on w.item_id = i.id
    where coalesce(i.beneficiary_id, i.requester_id) = ${personId}::uuid
      and w.kind = 'effect' and w.state = 'done' and w.undone_at is null
    order by w.id desc limit 500`.execute(db)
  return rows
}

/** Notes that what an effect did is taken back; false when that was noted before, or it was never done. */
export async function markUndone(db: Database, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('fulfilment_work')
    .set({ undone_at: now })
    .where('id', '=', id)
    .where('state', '=', 'done')
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
