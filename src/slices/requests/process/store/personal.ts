import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** What somebody had approved and fulfilled, decided and did, for handing it out. */
export async function listProcessForExport(db: Database, personId: string) {
  const items = await db
    .selectFrom('request_items')
    .select(['request_id', 'title', 'amount_cents', 'currency', 'shown', 'state', 'created_at'])
    .where((eb) => eb.or([eb('requester_id', '=', personId), eb('beneficiary_id', '=', personId)]))
    .orderBy('id')
    .execute()
  const decisions = await db
    .selectFrom('approval_asks')
    .select(['id', 'outcome', 'reason', 'asked_at', 'decided_at'])
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('decided_by', '=', personId)]))
    .orderBy('id')
    .execute()
  const substitutions = await db
    .selectFrom('substitutions')
    .select(['id', 'from_day', 'until_day', 'note'])
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('substitute_id', '=', personId)]))
    .orderBy('id')
    .execute()
  return { items, decisions, substitutions }
}

/** Takes the person and their words out; that something was approved, by whom else, and done, stays. */
export async function eraseProcess(db: Database, personId: string): Promise<void> {
  const blank = { answers: '{}', shown: '[]' }
  await db
    .updateTable('request_items')
    .set({ ...blank, requester_id: null })
    .where('requester_id', '=', personId)
    .execute()
  await db
    .updateTable('request_items')
    .set({ ...blank, beneficiary_id: null })
    .where('beneficiary_id', '=', personId)
    .execute()
  await db
    .updateTable('approval_asks')
    .set({ reason: null })
    .where('decided_by', '=', personId)
    .where('reason', 'is not', null)
    .execute()
  await db
    .deleteFrom('substitutions')
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('substitute_id', '=', personId)]))
    .execute()
  await db
    .updateTable('fulfilment_work')
    .set({ assignee_id: null })
    .where('assignee_id', '=', personId)
    .where('state', '=', 'open')
    .execute()
}

/** What was said in the items of some requests, and told to other systems; what is still to be sent goes out as it is. */
export async function eraseItemWords(db: Database, requestIds: string[]): Promise<void> {
  await db
    .updateTable('request_items')
    .set({ answers: '{}', shown: '[]', title: sql`case when key = 'request' then '{"de":"—"}'::jsonb else title end` })
    .where('request_id', 'in', requestIds)
    .execute()
  await sql`
    with said as (
      update webhook_deliveries set body = '{}' where request_id = any(${requestIds}::uuid[]) and state <> 'waiting' returning id
    )
    update webhook_attempts set answer = '' where delivery_id in (select id from said)`.execute(db)
}
