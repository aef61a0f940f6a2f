import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { lockRequest } from '../../process/store/requests.ts'
import { findDelivery, findWebhook, insertDelivery, updateDelivery } from '../store/webhooks.ts'
import { findWork, updateWork } from '../store/work.ts'
import { DELIVER_JOB } from '../write-delivery.ts'

/** Sends a message once more, or before its next try, with the same id: the other side can tell whether it has had it. */
export const replayDelivery = defineOperation({
  name: 'requests.replayDelivery',
  summary: 'Send a message to a web hook once more, with the same id',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks/deliveries/{id}/replay' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findDelivery(ctx.db, id),
  async handle(ctx, { id }, found) {
    if (found.request_id) await lockRequest(ctx.db, found.request_id)
    const delivery = await findDelivery(ctx.db, id, { lock: true })
    // It is on its way already.
    if (!delivery || (delivery.state === 'waiting' && delivery.attempts === 0)) return {}
    await updateDelivery(ctx.db, id, { state: 'waiting', attempts: 0, next_at: ctx.now(), ended_at: null })
    const work = delivery.work_id ? await findWork(ctx.db, delivery.work_id) : undefined
    // What hung on it goes on when it arrives now.
    if (work?.state === 'failed')
      await updateWork(ctx.db, work.id, { state: 'open', reason: null, endedBy: null }, ctx.now())
    await ctx.jobs.enqueue(DELIVER_JOB, { delivery: id })
    return {}
  },
})

/** Sends a message that asks for nothing, to see whether the other side answers. */
export const testWebhook = defineOperation({
  name: 'requests.testWebhook',
  summary: 'Send a test message to a web hook',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks/{id}/test' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  rateLimit: { limit: 20, seconds: 300 },
  input: z.object({ id: Id }),
  output: z.object({ delivery: Id }),
  load: (ctx, { id }) => findWebhook(ctx.db, { id }),
  async handle(ctx, { id }) {
    const body = JSON.stringify({ type: 'test', timestamp: ctx.now().toISOString(), data: {} })
    const delivery = await insertDelivery(ctx.db, {
      webhook_id: id,
      work_id: null,
      request_id: null,
      body,
      now: ctx.now(),
    })
    await ctx.jobs.enqueue(DELIVER_JOB, { delivery })
    return { delivery }
  },
})
