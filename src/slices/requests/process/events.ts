import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import { keepRun, snapshot } from '../approvals/progress.ts'
import { cancel } from '../approvals/rules.ts'
import { loadRun } from '../approvals/store/chains.ts'
import { dropWork } from '../fulfilment/store/work.ts'
import { undoEffects } from '../fulfilment/undo-effects.ts'
import { listItems, updateItem } from './store/items.ts'
import { lockRequest } from './store/requests.ts'

/** A request that was withdrawn or closed by the desk asks nobody any more, and leaves nobody a task. */
export const processReactions: readonly Reaction<Ctx>[] = [
  { name: 'requests.stopProcess', on: ['request.withdrawn', 'request.state-changed'], handle: stop },
]

async function stop(ctx: Ctx, { subject }: Event) {
  const request = await lockRequest(ctx.db, subject.id)
  if (request?.state !== 'closed') return
  const items = await listItems(ctx.db, request.id)
  for (const item of items.filter((one) => one.state === 'approval')) {
    const run = await loadRun(ctx.db, item)
    const before = snapshot(run)
    cancel(run)
    await keepRun(ctx, request, item, run, before)
  }
  const fulfilling = items.filter((one) => one.state === 'fulfilment').map((one) => one.id)
  const dropped = await dropWork(ctx.db, fulfilling, ctx.now())
  for (const id of fulfilling) await updateItem(ctx.db, id, { state: 'cancelled' }, ctx.now())
  // What Theke had already done for them by itself is not needed any more either.
  for (const item of items.filter((one) => fulfilling.includes(one.id)))
    await undoEffects(ctx, { requestId: request.id, itemKey: item.key })
  for (const id of dropped)
    ctx.emit({
      type: 'task.finished',
      subject: { kind: 'task', id },
      payload: { requestId: request.id, state: 'unneeded' },
    })
}
