import type { Ctx } from '../../../kernel/ctx.ts'
import type { OutboundMessage } from '../../../kernel/outbound.ts'
import type { LongJob } from '../../../kernel/slice.ts'
import { openSecret } from '../../identity/index.ts'
import { settleRequest } from '../process/settle.ts'
import { findItem } from '../process/store/items.ts'
import { lockRequest } from '../process/store/requests.ts'
import { endWork } from './progress.ts'
import { retryAfter } from './rules.ts'
import { signedHeaders } from './signature.ts'
import { findDelivery, findWebhook, insertAttempt, updateDelivery, type Webhook } from './store/webhooks.ts'
import { findWork } from './store/work.ts'
import { DELIVER_JOB } from './write-delivery.ts'

/** A message that is to be sent now. */
interface Sending {
  message: OutboundMessage
  outbound: Ctx['outbound']
  at: Date
}

/**
 * Sends outside of any transaction, and notes what came of it in one of its own. Killed in between, it is sent again with the same id. What
 * the other side does with it, however slow or wrong, is an answer to be noted, never a failure of the job.
 */
export const deliverWebhook: LongJob = {
  name: DELIVER_JOB,
  timeout: 60,
  async steps(inCtx, { delivery }) {
    const id = String(delivery)
    const sending = await inCtx((ctx) => prepare(ctx, id))
    if (!sending) return
    const answer = await sending.outbound.post(sending.message)
    await inCtx((ctx) => note(ctx, id, { ...answer, at: sending.at }))
  },
}

async function prepare(ctx: Ctx, id: string): Promise<Sending | null> {
  const delivery = await findDelivery(ctx.db, id)
  const webhook = delivery && (await findWebhook(ctx.db, { id: delivery.webhook_id }))
  if (!webhook || delivery.state !== 'waiting') return null
  const at = ctx.now()
  const headers = signedHeaders(secretsOf(ctx, webhook), { id, at, body: delivery.body })
  return { message: { url: webhook.url, headers, body: delivery.body }, outbound: ctx.outbound, at }
}

/** The secret, and the one before while its time is not over. */
function secretsOf(ctx: Ctx, { secret, previous_secret, previous_until }: Webhook): string[] {
  const previous = previous_secret && previous_until && previous_until > ctx.now() ? [previous_secret] : []
  return [secret, ...previous].map((sealed) => openSecret(ctx, sealed))
}

async function note(
  ctx: Ctx,
  id: string,
  { at, status, text, milliseconds }: { at: Date; status: number | null; text: string; milliseconds: number },
) {
  const found = await findDelivery(ctx.db, id)
  // The request before its delivery: everybody locks in this order.
  const request = found?.request_id ? await lockRequest(ctx.db, found.request_id) : undefined
  const delivery = await findDelivery(ctx.db, id, { lock: true })
  if (delivery?.state !== 'waiting') return
  await insertAttempt(ctx.db, { delivery_id: id, at, milliseconds, status, answer: text })
  const attempts = delivery.attempts + 1
  const isDelivered = status !== null && status >= 200 && status < 300
  // 410 Gone: the other side wants no more of this.
  const wait = isDelivered || status === 410 ? null : retryAfter(attempts)
  if (wait !== null) {
    const next = new Date(ctx.now().getTime() + wait * 1000)
    await updateDelivery(ctx.db, id, { attempts, next_at: next })
    return ctx.jobs.enqueue(DELIVER_JOB, { delivery: id }, { startAfter: next })
  }
  const state = isDelivered ? 'delivered' : 'failed'
  await updateDelivery(ctx.db, id, { attempts, state, next_at: null, ended_at: ctx.now() })
  ctx.emit({
    type: `webhook.${state}`,
    subject: { kind: 'webhook', id: delivery.webhook_id },
    payload: { delivery: id },
  })
  const work = delivery.work_id ? await findWork(ctx.db, delivery.work_id) : undefined
  const item = work && (await findItem(ctx.db, work.item_id))
  if (!request || !item || work.state !== 'open') return
  await endWork(
    ctx,
    request,
    item,
    work,
    isDelivered ? { state: 'done' } : { state: 'failed', reason: 'webhook_failed' },
  )
  await settleRequest(ctx, request)
}
