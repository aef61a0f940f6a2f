import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import type { LocalText } from '../../../../kernel/form/local-text.ts'
import type { Money } from '../../../../kernel/money.ts'
import type { ApprovalChain } from '../../approvals/definition.ts'
import type { FulfilmentPlan } from '../../fulfilment/definition.ts'

export type ItemState = 'approval' | 'fulfilment' | 'finished' | 'declined' | 'cancelled'

/** An answer of the form, as people read it. */
export interface ShownAnswer {
  label: LocalText
  value: string
}

/** An item of a request that is approved and fulfilled. */
export interface Item {
  id: string
  requestId: string
  key: string
  title: LocalText
  amount: Money | null
  requesterId: string | null
  beneficiaryId: string | null
  answers: Record<string, unknown>
  shown: ShownAnswer[]
  approval: ApprovalChain
  fulfilment: FulfilmentPlan
  state: ItemState
  approvalStage: number
  fulfilmentStage: number
  createdAt: Date
}

const COLUMNS = [
  'id',
  'request_id',
  'key',
  'title',
  'amount_cents',
  'currency',
  'requester_id',
  'beneficiary_id',
  'answers',
  'shown',
  'approval',
  'fulfilment',
  'state',
  'approval_stage',
  'fulfilment_stage',
  'created_at',
] as const

export type NewItem = Omit<Item, 'id' | 'state' | 'approvalStage' | 'fulfilmentStage' | 'createdAt'>

/** Adds the items of a request, in one statement. Those that are there already stay as they are: beginning twice does no harm. */
export async function insertItems(db: Database, items: readonly NewItem[], now: Date): Promise<Item[]> {
  if (items.length === 0) return []
  const rows = await db
    .insertInto('request_items')
    .values(
      items.map((item) => ({
        request_id: item.requestId,
        key: item.key,
        title: JSON.stringify(item.title),
        amount_cents: item.amount?.cents ?? null,
        currency: item.amount?.currency ?? null,
        requester_id: item.requesterId,
        beneficiary_id: item.beneficiaryId,
        answers: JSON.stringify(item.answers),
        shown: JSON.stringify(item.shown),
        approval: JSON.stringify(item.approval),
        fulfilment: JSON.stringify(item.fulfilment),
        state: 'approval',
        created_at: now,
      })),
    )
    .onConflict((c) => c.columns(['request_id', 'key']).doNothing())
    .returning(COLUMNS)
    .execute()
  return rows.map(itemOf)
}

/** One item, by its id or by what it is called in its request. Whoever decides about it locks the request first. */
export async function findItem(
  db: Database,
  which: string | { requestId: string; key: string },
): Promise<Item | undefined> {
  const query = db.selectFrom('request_items').select(COLUMNS)
  const row = await (typeof which === 'string'
    ? query.where('id', '=', which)
    : query.where('request_id', '=', which.requestId).where('key', '=', which.key)
  ).executeTakeFirst()
  return row && itemOf(row)
}

/** The items of a request, in the order in which they were given. */
export async function listItems(db: Database, requestId: string): Promise<Item[]> {
  const rows = await db
    .selectFrom('request_items')
    .select(COLUMNS)
    .where('request_id', '=', requestId)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(itemOf)
}

/** Several items by id, for lists. */
export async function listItemsById(db: Database, ids: readonly string[]): Promise<Map<string, Item>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('request_items')
    .select(COLUMNS)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, itemOf(row)]))
}

/** Writes down how far an item is. */
export async function updateItem(
  db: Database,
  id: string,
  change: { state?: ItemState; approvalStage?: number; fulfilmentStage?: number },
  now: Date,
): Promise<void> {
  const isOver = change.state === 'finished' || change.state === 'declined' || change.state === 'cancelled'
  await db
    .updateTable('request_items')
    .set({
      ...(change.state === undefined ? {} : { state: change.state, finished_at: isOver ? now : null }),
      ...(change.approvalStage === undefined ? {} : { approval_stage: change.approvalStage }),
      ...(change.fulfilmentStage === undefined ? {} : { fulfilment_stage: change.fulfilmentStage }),
    })
    .where('id', '=', id)
    .execute()
}

/** How many items of a request are in which state. */
export async function countItems(db: Database, requestId: string): Promise<Map<ItemState, number>> {
  const rows = await db
    .selectFrom('request_items')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('request_id', '=', requestId)
    .groupBy('state')
    .execute()
  return new Map(rows.map((row) => [row.state as ItemState, row.count]))
}

interface Row {
  id: string
  request_id: string
  key: string
  title: unknown
  amount_cents: unknown
  currency: string | null
  requester_id: string | null
  beneficiary_id: string | null
  answers: unknown
  shown: unknown
  approval: unknown
  fulfilment: unknown
  state: string
  approval_stage: number
  fulfilment_stage: number
  created_at: Date
}

function itemOf(row: Row): Item {
  return {
    id: row.id,
    requestId: row.request_id,
    key: row.key,
    title: row.title as LocalText,
    amount: row.currency === null ? null : { cents: Number(row.amount_cents), currency: row.currency },
    requesterId: row.requester_id,
    beneficiaryId: row.beneficiary_id,
    answers: row.answers as Record<string, unknown>,
    shown: row.shown as ShownAnswer[],
    // Checked when it was written, and never changed since.
    approval: row.approval as ApprovalChain,
    fulfilment: row.fulfilment as FulfilmentPlan,
    state: row.state as ItemState,
    approvalStage: row.approval_stage,
    fulfilmentStage: row.fulfilment_stage,
    createdAt: row.created_at,
  }
}
