import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { namesOfPersons } from '../../identity/index.ts'
import { settleRequest } from '../process/settle.ts'
import { findItem } from '../process/store/items.ts'
import { lockRequest } from '../process/store/requests.ts'
import { directoryFor } from './directory.ts'
import { keepRun, snapshot } from './progress.ts'
import { decide as decideRun } from './rules.ts'
import { isOwn } from './run.ts'
import { loadRun } from './store/chains.ts'
import type { AskRow } from './store/lists.ts'

/**
 * Decides an ask, in the name of who is acting, with everything that follows, in one transaction. The request is locked first: of two who
 * decide at once exactly one counts, and the other hears who it was.
 */
export async function decideAsk(
  ctx: Ctx,
  ask: AskRow,
  decision: { outcome: 'approved' | 'declined'; reason: string | null },
): Promise<void> {
  const by = ctx.actor.personId
  if (by === null) throw refuse.forbidden()
  const unlocked = await findItem(ctx.db, ask.itemId)
  const request = unlocked && (await lockRequest(ctx.db, unlocked.requestId))
  const item = request && (await findItem(ctx.db, ask.itemId))
  if (!item) throw refuse.notFound()
  const run = await loadRun(ctx.db, item)
  const isOpen = run.steps.flat().some((step) => step.asks.some((one) => one.id === ask.id && one.outcome === null))
  if (!isOpen) throw await alreadyDecided(ctx, run, ask)
  if (request.state === 'closed') throw refuse.conflict('requests.closed', 'requests.approvals.requestClosed')
  if (isOwn(run, by)) throw refuse.conflict('requests.own_approval', 'requests.approvals.notOwn')
  const before = snapshot(run)
  const directory = await directoryFor(ctx, [{ ...item, chain: item.approval }])
  if (!decideRun(run, ask.id, { by, ...decision }, directory)) throw await alreadyDecided(ctx, run, ask)
  await keepRun(ctx, request, item, run, before)
  await settleRequest(ctx, request)
}

/** Says who was quicker, or that the answer is not needed any more. */
async function alreadyDecided(ctx: Ctx, run: Awaited<ReturnType<typeof loadRun>>, ask: AskRow) {
  const step = run.steps.flat().find((one) => one.id === ask.stepId)
  const decided = step?.asks.find((one) => one.decidedBy !== null && one.outcome !== 'released')
  const name = decided?.decidedBy && (await namesOfPersons(ctx, [decided.decidedBy])).get(decided.decidedBy)
  return name
    ? refuse.conflict('requests.already_decided', 'requests.approvals.decidedBy', {
        name,
        outcome: decided.outcome === 'declined' ? 'declined' : 'approved',
      })
    : refuse.conflict('requests.already_decided', 'requests.approvals.notNeeded')
}
