import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import type { ApprovalChain } from '../../approvals/definition.ts'
import type { FulfilmentPlan } from '../../fulfilment/definition.ts'

/** What the requests of a kind need. */
export interface TypeProcess {
  approval: ApprovalChain
  fulfilment: FulfilmentPlan
}

export async function findTypeProcess(db: Database, type: string): Promise<TypeProcess | undefined> {
  const row = await db
    .selectFrom('request_type_processes')
    .select(['approval', 'fulfilment'])
    .where('type', '=', type)
    .executeTakeFirst()
  return row as unknown as TypeProcess | undefined
}

export async function putTypeProcess(
  db: Database,
  type: string,
  { approval, fulfilment }: TypeProcess,
  by: { personId: string | null; now: Date },
): Promise<void> {
  const values = {
    approval: JSON.stringify(approval),
    fulfilment: JSON.stringify(fulfilment),
    changed_by: by.personId,
    changed_at: by.now,
  }
  await db
    .insertInto('request_type_processes')
    .values({ type, ...values })
    .onConflict((c) =>
      c.column('type').doUpdateSet({ ...values, version: sql<number>`request_type_processes.version + 1` }),
    )
    .execute()
}
