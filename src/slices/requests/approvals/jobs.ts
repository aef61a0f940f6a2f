import type { Ctx } from '../../../kernel/ctx.ts'
import type { Job } from '../../../kernel/slice.ts'
import { settleRequest } from '../process/settle.ts'
import { findItem, type Item } from '../process/store/items.ts'
import { lockRequest } from '../process/store/requests.ts'
import { insertEntry } from '../store/entries.ts'
import type { Request } from '../store/requests.ts'
import { directoryFor } from './directory.ts'
import { DEADLINE_JOB, keepRun, snapshot } from './progress.ts'
import { escalate, lapse, replaceAsked } from './rules.ts'
import { type ChainRun, definitionOf } from './run.ts'
import { findStepItem, listSteps, loadRun, markStep } from './store/chains.ts'

/** Looks after a step when a time of it has come. Too late, or done before: nothing happens. */
export const approvalDeadline: Job = {
  name: DEADLINE_JOB,
  async handle(ctx, { step, what }) {
    const id = String(step)
    const itemId = await findStepItem(ctx.db, id)
    await withRun(ctx, itemId, async (request, item, run) => {
      if (!run.steps.flat().some((one) => one.id === id && one.state === 'asking')) return
      if (what === 'remind') return remind(ctx, item, id)
      if (what === 'escalate') return handUp(ctx, request, item, run, id)
      const outcome = run.steps.flat().find((one) => one.id === id)
      const definition = outcome && definitionOf(run, outcome)
      const before = snapshot(run)
      if (!definition?.lapse) return
      if (lapse(run, id, definition.lapse.outcome, await directoryOf(ctx, item)))
        await keepRun(ctx, request, item, run, before)
    })
  },
}

/** Somebody has left: what they were asked goes to somebody else. One item a job, so that none holds up the others. */
export const replaceApprover: Job = {
  name: 'requests.replaceApprover',
  async handle(ctx, { item, person }) {
    const personId = String(person)
    await withRun(ctx, String(item), async (request, found, run) => {
      const before = snapshot(run)
      const directory = await directoryOf(ctx, found, [personId])
      if (replaceAsked(run, personId, directory) > 0) await keepRun(ctx, request, found, run, before)
    })
  },
}

async function remind(ctx: Ctx, item: Item, stepId: string) {
  const kept = (await listSteps(ctx.db, [item.id])).get(item.id)?.find((one) => one.id === stepId)
  if (!kept || kept.remindedAt) return
  await markStep(ctx.db, stepId, 'reminded_at', ctx.now())
  for (const ask of kept.asks)
    if (ask.outcome === null)
      ctx.emit({
        type: 'approval.reminded',
        subject: { kind: 'approval', id: ask.id },
        payload: { requestId: item.requestId, itemId: item.id, itemKey: item.key, personId: ask.personId },
      })
}

async function handUp(ctx: Ctx, request: Request, item: Item, run: ChainRun, stepId: string) {
  const kept = (await listSteps(ctx.db, [item.id])).get(item.id)?.find((one) => one.id === stepId)
  if (!kept || kept.escalatedAt) return
  const before = snapshot(run)
  const asked = kept.asks.map((ask) => ask.personId)
  const found = escalate(run, stepId, await directoryOf(ctx, item, asked))
  await markStep(ctx.db, stepId, 'escalated_at', ctx.now())
  if (!found) return
  await insertEntry(ctx, request.id, {
    kind: 'approval',
    side: 'system',
    detail: { outcome: 'escalated', item: item.title, personId: found },
  })
  await keepRun(ctx, request, item, run, before)
}

async function withRun(
  ctx: Ctx,
  itemId: string | undefined,
  work: (request: Request, item: Item, run: ChainRun) => Promise<void>,
) {
  const known = itemId === undefined ? undefined : await findItem(ctx.db, itemId)
  const request = known && (await lockRequest(ctx.db, known.requestId))
  const item = request && request.state !== 'closed' ? await findItem(ctx.db, known.id) : undefined
  if (!request || item?.state !== 'approval') return
  await work(request, item, await loadRun(ctx.db, item))
  await settleRequest(ctx, request)
}

const directoryOf = (ctx: Ctx, item: Item, alsoAsked: readonly string[] = []) =>
  directoryFor(ctx, [{ ...item, chain: item.approval }], alsoAsked)
