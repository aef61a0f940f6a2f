import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { settleRequest } from '../process/settle.ts'
import { findItem, type Item } from '../process/store/items.ts'
import { lockRequest } from '../process/store/requests.ts'
import type { Request } from '../store/requests.ts'
import type { TaskRow } from './store/tasks.ts'
import { findWork, type WorkRow } from './store/work.ts'

/**
 * Changes a task with its request locked, and takes the request to where it is then. Of two who do something at once the second meets what
 * the first has left.
 */
export async function withTask(
  ctx: Ctx,
  task: TaskRow,
  change: (request: Request, item: Item, work: WorkRow) => Promise<void>,
): Promise<void> {
  const request = await lockRequest(ctx.db, task.request_id)
  const work = request && (await findWork(ctx.db, task.id))
  const item = work && (await findItem(ctx.db, work.item_id))
  if (!request || !item) throw refuse.notFound()
  await change(request, item, work)
  await settleRequest(ctx, request)
}

/** Refuses to do something with a task that is over. */
export function refuseEnded(work: WorkRow): void {
  if (work.state !== 'open') throw refuse.conflict('requests.task_over', 'requests.fulfilment.taskOver')
}
