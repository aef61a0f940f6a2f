import { NOBODY } from '../../../kernel/audience.ts'
import { addBusinessMinutes } from '../../../kernel/business-hours.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Answers } from '../../../kernel/form/answers.ts'
import { holds } from '../../../kernel/form/condition.ts'
import { factsOfPerson } from '../../identity/index.ts'
import { serviceTimeOf } from '../counter.ts'
import { beginFulfilment } from '../fulfilment/progress.ts'
import { type Item, updateItem } from '../process/store/items.ts'
import { insertEntries, type NewEntry } from '../store/entries.ts'
import type { Request } from '../store/requests.ts'
import type { ApprovalStep } from './definition.ts'
import { directoryFor } from './directory.ts'
import { advance, startRun } from './rules.ts'
import { type ChainRun, definitionOf, type StepRun } from './run.ts'
import { type Deadlines, saveRun } from './store/chains.ts'

/** Puts the first questions of a chain. With a chain that asks nobody the item is fulfilled at once. */
export async function beginApproval(ctx: Ctx, request: Request, item: Item): Promise<void> {
  const facts = (item.requesterId && (await factsOfPerson(ctx, item.requesterId))) || NOBODY
  const answers = { ...item.answers, ...(item.amount ? { amount: item.amount.cents / 100 } : {}) } as Answers
  const run = startRun(item.approval, item, (step) => step.when === undefined || holds(step.when, answers, facts))
  advance(run, await directoryFor(ctx, [{ ...item, chain: item.approval }]))
  await keepRun(ctx, request, item, run, new Map())
}

/** States of the steps and outcomes of the asks, before the rules went on. */
export type Before = ReadonlyMap<string, string | null>

/** How a chain stands, to compare with later. */
export function snapshot(run: ChainRun): Before {
  const steps = run.steps.flat()
  return new Map([
    ...steps.map((step) => [step.id, step.state] as const),
    ...steps.flatMap((step) => step.asks.map((ask) => [ask.id, ask.outcome] as const)),
  ])
}

/**
 * Writes down what the rules have decided, and everything that follows from it, in one transaction: deadlines, the timeline, events, and
 * what comes after the chain. The request is locked by the caller and settled by it afterwards.
 */
export async function keepRun(ctx: Ctx, request: Request, item: Item, run: ChainRun, before: Before): Promise<void> {
  const changed = run.steps.flat().filter((step) => before.get(step.id) !== step.state)
  const asked = changed.filter((step) => step.state === 'asking')
  const deadlines = await deadlinesOf(ctx, request, run, asked)
  await saveRun(ctx.db, item.id, run, { now: ctx.now(), deadlines, through: ctx.actor.channel })
  await updateItem(ctx.db, item.id, { approvalStage: run.stage }, ctx.now())
  await enqueueDeadlines(ctx, deadlines)
  await insertEntries(
    ctx,
    request.id,
    changed.flatMap((step) => entryOf(item, run, step)),
  )
  for (const step of run.steps.flat())
    for (const ask of step.asks)
      if (ask.outcome === null && !before.has(ask.id))
        ctx.emit({
          type: 'approval.asked',
          subject: { kind: 'approval', id: ask.id },
          payload: { requestId: request.id, itemId: item.id, itemKey: item.key, personId: ask.personId, via: ask.via },
        })
  for (const step of changed)
    if (step.state === 'approved' || step.state === 'declined')
      ctx.emit({
        type: 'approval.decided',
        subject: { kind: 'approval', id: step.id },
        payload: { requestId: request.id, itemId: item.id, itemKey: item.key, outcome: step.state, why: step.why },
      })
  if (run.outcome !== null) await finish(ctx, request, item, run.outcome)
}

async function finish(ctx: Ctx, request: Request, item: Item, outcome: NonNullable<ChainRun['outcome']>) {
  if (outcome === 'approved') await beginFulfilment(ctx, request, item)
  else await updateItem(ctx.db, item.id, { state: outcome }, ctx.now())
  ctx.emit({
    type: 'approval-chain.finished',
    subject: { kind: 'request', id: request.id },
    payload: { requestId: request.id, itemKey: item.key, outcome },
  })
}

/** When a step is to be reminded of, handed up, or decided by itself: in business hours of the portal. */
async function deadlinesOf(ctx: Ctx, request: Request, run: ChainRun, asked: readonly StepRun[]) {
  const definitions = new Map(asked.map((step) => [step.id, definitionOf(run, step)]))
  const deadlines = new Map<string, Deadlines>()
  if (![...definitions.values()].some((one) => one && hasDeadline(one))) return deadlines
  const time = await serviceTimeOf(ctx, request.portal)
  const after = (hours: number | undefined) => {
    if (hours === undefined) return null
    const within = time && addBusinessMinutes(time.hours, time.isHoliday, ctx.now(), hours * 60)
    return within ?? new Date(ctx.now().getTime() + hours * 3_600_000)
  }
  for (const [id, definition] of definitions)
    deadlines.set(id, {
      remindAt: after(definition?.remindAfter),
      escalateAt: after(definition?.escalate?.after),
      lapseAt: after(definition?.lapse?.after),
    })
  return deadlines
}

function hasDeadline({ remindAfter, escalate, lapse }: ApprovalStep): boolean {
  return remindAfter !== undefined || escalate !== undefined || lapse !== undefined
}

/** Job that looks after a step when a time of it has come. */
export const DEADLINE_JOB = 'requests.approvalDeadline'

async function enqueueDeadlines(ctx: Ctx, deadlines: ReadonlyMap<string, Deadlines>) {
  for (const [step, { remindAt, escalateAt, lapseAt }] of deadlines)
    for (const [what, at] of [
      ['remind', remindAt],
      ['escalate', escalateAt],
      ['lapse', lapseAt],
    ] as const)
      if (at) await ctx.jobs.enqueue(DEADLINE_JOB, { step, what }, { startAfter: at })
}

/** What the timeline says of a step; the picture of the chain says the rest. */
function entryOf(item: Item, run: ChainRun, step: StepRun): NewEntry[] {
  if (step.state !== 'approved' && step.state !== 'declined') return []
  const deciding = step.asks.find((ask) => ask.outcome === step.state && ask.decidedBy !== null)
  const title = definitionOf(run, step)?.title ?? null
  return [
    {
      kind: 'approval',
      side: 'system',
      body: deciding?.reason ?? null,
      detail: {
        outcome: step.state,
        why: step.why,
        item: item.title,
        title,
        personId: deciding?.personId ?? null,
        inPlace: deciding !== undefined && deciding.decidedBy !== deciding.personId,
      },
    },
  ]
}
