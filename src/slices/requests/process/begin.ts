import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { LocalText } from '../../../kernel/form/definition.ts'
import { Money } from '../../../kernel/money.ts'
import { Id } from '../../../kernel/schema.ts'
import { ApprovalChain } from '../approvals/definition.ts'
import { beginApproval } from '../approvals/progress.ts'
import { FulfilmentPlan } from '../fulfilment/definition.ts'
import { settleRequest } from './settle.ts'
import { insertItems } from './store/items.ts'
import { lockRequest } from './store/requests.ts'

/** An item of a request, with what it needs: who approves it, how it is fulfilled. */
export const ProcessItem = z.object({
  /** What whoever opened the request calls it: of an order, the id of its item. Comes back in the events. */
  key: z.string().min(1).max(100),
  title: LocalText,
  /** What is to be approved; null: it costs nothing. */
  amount: Money.nullable(),
  /** Answers of its form by key: conditions look at them, effects and web hooks get them. */
  values: z.record(z.string(), z.unknown()).default({}),
  /** The same as people read it, for whoever decides. */
  shown: z
    .array(z.object({ label: LocalText, value: z.string().max(4000) }))
    .max(200)
    .default([]),
  approval: ApprovalChain,
  fulfilment: FulfilmentPlan,
})
export type ProcessItem = z.input<typeof ProcessItem>

const Beginning = z.object({
  requestId: Id,
  requesterId: Id.nullable(),
  beneficiaryId: Id.nullable(),
  items: z.array(ProcessItem).min(1).max(100),
})

/**
 * Begins what a request is about: its items are approved, each by its own chain, then fulfilled by its own plan. What has no plan is dealt with
 * by the desk, and done when the request is solved. In the caller's transaction.
 * Beginning the same item twice does no harm. Says how it goes on by events: `approval.asked`, `approval.decided`,
 * `approval-chain.finished` `{ requestId, itemKey, outcome }`, `task.opened`, `task.finished`, `fulfilment.finished` `{ requestId, itemKey }`.
 */
export async function beginProcess(ctx: Ctx, beginning: z.input<typeof Beginning>): Promise<void> {
  const { requestId, requesterId, beneficiaryId, items } = Beginning.parse(beginning)
  const request = await lockRequest(ctx.db, requestId)
  if (!request) throw new Error(`there is no request ${requestId}`)
  const inserted = await insertItems(
    ctx.db,
    items.map(({ values, ...item }) => ({ ...item, answers: values, requestId, requesterId, beneficiaryId })),
    ctx.now(),
  )
  for (const item of inserted) await beginApproval(ctx, request, item)
  await settleRequest(ctx, request)
}
