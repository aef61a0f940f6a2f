import type { Ctx } from '../../../kernel/ctx.ts'
import { keepRun, snapshot } from '../approvals/progress.ts'
import { cancel } from '../approvals/rules.ts'
import { loadRun } from '../approvals/store/chains.ts'
import { settleRequest } from './settle.ts'
import { listItems } from './store/items.ts'
import { lockRequest } from './store/requests.ts'

/**
 * Takes one item of a request back while it waits for approval: nobody is asked any more, and the request goes on with the others. False when
 * it is further than that. In the caller's transaction.
 */
export async function cancelProcessItem(ctx: Ctx, requestId: string, key: string): Promise<boolean> {
  const request = await lockRequest(ctx.db, requestId)
  const item = request && (await listItems(ctx.db, request.id)).find((one) => one.key === key)
  if (!request || item?.state !== 'approval') return false
  const run = await loadRun(ctx.db, item)
  const before = snapshot(run)
  cancel(run)
  await keepRun(ctx, request, item, run, before)
  await settleRequest(ctx, request)
  return true
}
