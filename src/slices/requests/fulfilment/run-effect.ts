import type { Ctx } from '../../../kernel/ctx.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LongJob } from '../../../kernel/slice.ts'
import { settleRequest } from '../process/settle.ts'
import { findItem, type Item } from '../process/store/items.ts'
import { lockRequest } from '../process/store/requests.ts'
import { EFFECT_JOB, endWork } from './progress.ts'
import { markUndone } from './store/effects.ts'
import { findWork, type WorkRow } from './store/work.ts'
import { causeOf, effectOf, isBroughtOtherwise } from './undo-effects.ts'

/**
 * Runs a built-in effect and notes it in the same transaction: both happen, or neither. A refusal holds the plan, with its reason, until
 * somebody tries again; anything else is a bug, and tried again by the job queue.
 */
export const runEffect: LongJob = {
  name: EFFECT_JOB,
  async steps(inCtx, { work }) {
    const id = String(work)
    try {
      await inCtx((ctx) => perform(ctx, id))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await inCtx((ctx) => giveUp(ctx, id, ctx.t(error.key, error.values)))
    }
  },
}

async function perform(ctx: Ctx, id: string) {
  const found = await load(ctx, id)
  if (!found) return
  const { item, work } = found
  const definition = effectOf(item, work)
  const effect = ctx.effects.find((one) => one.name === definition?.effect)
  const input = effect?.input.safeParse(definition?.input)
  if (!effect || !input?.success)
    return end(ctx, found, { state: 'failed', reason: effect ? 'effect_input' : 'effect_unknown' })
  const hasChanged = await effect.run(ctx, causeOf(item), input.data)
  await end(ctx, found, { state: 'done' })
  // It was so before anybody ordered it: not to be taken back with what was ordered.
  if (!hasChanged && !(await isBroughtOtherwise(ctx, item, work))) await markUndone(ctx.db, work.id, ctx.now())
}

async function giveUp(ctx: Ctx, id: string, reason: string) {
  const found = await load(ctx, id)
  if (found) await end(ctx, found, { state: 'failed', reason })
}

type Found = NonNullable<Awaited<ReturnType<typeof load>>>

async function end(ctx: Ctx, { request, item, work }: Found, how: { state: 'done' | 'failed'; reason?: string }) {
  await endWork(ctx, request, item, work, how)
  await settleRequest(ctx, request)
}

async function load(ctx: Ctx, id: string) {
  const known = await findWork(ctx.db, id)
  const request = known && (await lockRequest(ctx.db, known.request_id))
  const work: WorkRow | undefined = request && (await findWork(ctx.db, id))
  const item: Item | undefined = work && (await findItem(ctx.db, work.item_id))
  return request && item && work?.state === 'open' ? { request, item, work } : null
}
