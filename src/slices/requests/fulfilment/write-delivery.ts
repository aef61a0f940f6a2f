import type { Ctx } from '../../../kernel/ctx.ts'
import type { Item } from '../process/store/items.ts'
import { referenceOf } from '../rules.ts'
import type { Request } from '../store/requests.ts'
import { findWebhook, insertDelivery } from './store/webhooks.ts'
import type { WorkRow } from './store/work.ts'

/** Job that sends a message to another system. */
export const DELIVER_JOB = 'requests.deliverWebhook'

/** Writes the message for a web hook; it is sent by a job, after the commit. False: the hook is gone, or switched off. */
export async function writeDelivery(ctx: Ctx, request: Request, item: Item, work: WorkRow): Promise<boolean> {
  const definition = item.fulfilment.stages.flatMap((stage) => stage.work).find((one) => one.key === work.key)
  const webhook = definition?.kind === 'webhook' ? await findWebhook(ctx.db, { key: definition.webhook }) : undefined
  if (!webhook?.is_on) return false
  const delivery = await insertDelivery(ctx.db, {
    webhook_id: webhook.id,
    work_id: work.id,
    request_id: request.id,
    body: JSON.stringify(messageOf(ctx, request, item, work)),
    now: ctx.now(),
  })
  await ctx.jobs.enqueue(DELIVER_JOB, { delivery })
  return true
}

function messageOf(ctx: Ctx, request: Request, item: Item, work: WorkRow) {
  return {
    type: 'fulfilment.requested',
    timestamp: ctx.now().toISOString(),
    data: {
      request: { id: request.id, reference: referenceOf(request.number), type: request.type, subject: request.subject },
      item: { key: item.key, title: item.title, amount: item.amount, values: item.answers },
      work: { id: work.id, key: work.key, title: work.title },
      requesterId: item.requesterId,
      beneficiaryId: item.beneficiaryId,
    },
  }
}
