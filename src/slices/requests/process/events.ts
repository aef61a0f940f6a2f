import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import { keepRun, snapshot } from '../approvals/progress.ts'
import { cancel } from '../approvals/rules.ts'
import { loadRun } from '../approvals/store/chains.ts'
import { finish } from '../fulfilment/progress.ts'
import { dropWork } from '../fulfilment/store/work.ts'
import { undoEffects } from '../fulfilment/undo-effects.ts'
import type { Request } from '../store/requests.ts'
import { type Item, listItems, updateItem } from './store/items.ts'
import { lockRequest } from './store/requests.ts'

/**
 * Items follow their request where the desk ends it. Solved: what has no plan is done with it. Closed: nobody is asked any more, and nobody is
 * left a task; what was not solved before is not to be, and what Theke had done for it by itself is taken back.
 */
export const processReactions: readonly Reaction<Ctx>[] = [
  {
    name: 'requests.stopProcess',
    on: ['request.withdrawn', 'request.answered', 'request.state-changed'],
    handle: follow,
  },
]

async function follow(ctx: Ctx, { subject }: Event) {
  const request = await lockRequest(ctx.db, subject.id)
  if (request?.state !== 'solved' && request?.state !== 'closed') return
  const items = await listItems(ctx.db, request.id)
  const isSolved = request.state === 'solved' || request.ending === 'solved'
  for (const item of items)
    if (isSolved && item.state === 'fulfilment' && (request.state === 'closed' || item.fulfilment.stages.length === 0))
      await finish(ctx, request, item)
  if (request.state === 'closed') await stop(ctx, request, items, isSolved)
}

async function stop(ctx: Ctx, request: Request, items: readonly Item[], isSolved: boolean) {
  for (const item of items.filter((one) => one.state === 'approval')) {
    const run = await loadRun(ctx.db, item)
    const before = snapshot(run)
    cancel(run)
    await keepRun(ctx, request, item, run, before)
  }
  const fulfilling = items.filter((one) => one.state === 'fulfilment')
  const dropped = await dropWork(
    ctx.db,
    fulfilling.map((one) => one.id),
    ctx.now(),
  )
  for (const item of isSolved ? [] : fulfilling) {
    await updateItem(ctx.db, item.id, { state: 'cancelled' }, ctx.now())
    await undoEffects(ctx, { requestId: request.id, itemKey: item.key })
  }
  for (const id of dropped)
    ctx.emit({
      type: 'task.finished',
      subject: { kind: 'task', id },
      payload: { requestId: request.id, state: 'unneeded' },
    })
}
