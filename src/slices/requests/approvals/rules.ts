import { newId } from '../../../kernel/ids.ts'
import type { ApprovalChain, ApprovalStep } from './definition.ts'
import { type Ask, type ChainRun, type Directory, definitionOf, isOwn, type StepRun, type Via } from './run.ts'
import { release, repeat, settle, stageOutcome } from './settling.ts'
import { climb, standIn, whoWouldBeAsked } from './who-is-asked.ts'

/** A chain, before anybody is asked. Conditions are decided here, so that everybody sees at once what will be skipped. */
export function startRun(
  chain: ApprovalChain,
  parties: { requesterId: string | null; beneficiaryId: string | null },
  isMet: (step: ApprovalStep) => boolean,
): ChainRun {
  const steps = chain.stages.map((stage) =>
    stage.steps.map((step): StepRun => {
      const met = !step.when || isMet(step)
      const need = step.approver.kind === 'team' ? step.approver.need : 'any'
      return {
        id: newId(),
        key: step.key,
        state: met ? 'ahead' : 'skipped',
        why: met ? null : 'condition',
        need,
        asks: [],
      }
    }),
  )
  return { chain, ...parties, stage: 0, steps, outcome: null }
}

/** Goes on as far as possible: asks whoever is to be asked now, passes stages that are decided, ends the chain. */
export function advance(run: ChainRun, directory: Directory): void {
  while (run.outcome === null) {
    const steps = run.steps[run.stage]
    if (!steps) {
      run.outcome = 'approved'
      return
    }
    for (const step of steps) if (step.state === 'ahead') open(run, step, directory)
    const outcome = stageOutcome(run.chain.stages[run.stage]?.need ?? 'all', steps)
    if (outcome === null) return
    for (const step of steps) release(step)
    if (outcome === 'declined') end(run, 'declined')
    else run.stage++
  }
}

/** An answer of somebody who was asked, or of their substitute (`by`). Gives false when it is not theirs to answer any more. */
export function decide(
  run: ChainRun,
  askId: string,
  answer: { by: string; outcome: 'approved' | 'declined'; reason: string | null },
  directory: Directory,
): boolean {
  const step = run.steps.flat().find((one) => one.asks.some((ask) => ask.id === askId))
  const ask = step?.asks.find((one) => one.id === askId)
  if (!step || !ask || run.outcome !== null || step.state !== 'asking' || ask.outcome !== null) return false
  if (isOwn(run, answer.by)) return false
  ask.outcome = answer.outcome
  ask.decidedBy = answer.by
  ask.reason = answer.reason
  settle(step)
  if (answer.outcome === 'approved' && !run.chain.askAgain) repeatElsewhere(run, ask.personId)
  advance(run, directory)
  return true
}

/** The time of a step is over: it is decided as its definition says. */
export function lapse(run: ChainRun, stepId: string, outcome: 'approved' | 'declined', directory: Directory): boolean {
  const step = askingStep(run, stepId)
  if (!step) return false
  step.state = outcome
  step.why = 'lapsed'
  for (const ask of step.asks) ask.outcome ??= 'released'
  advance(run, directory)
  return true
}

/** Nobody has answered for a while: somebody else is asked as well. Gives who, or null when there is nobody else. */
export function escalate(run: ChainRun, stepId: string, directory: Directory): string | null {
  const step = askingStep(run, stepId)
  const target = step && definitionOf(run, step)?.escalate?.to
  if (!step || !target) return null
  const known = new Set(step.asks.map((ask) => ask.personId))
  const mayBe = (id: string) => directory.isActive(id) && !isOwn(run, id) && !known.has(id)
  const wanted =
    target.kind === 'person' ? [target.personId] : step.asks.map((ask) => climb(ask.personId, directory, mayBe))
  const found = [...wanted, ...directory.overseers].find((id) => id !== null && mayBe(id)) ?? null
  if (found === null) return null
  step.asks.push(askOf(found, 'escalation'))
  countBefore(run, step)
  advance(run, directory)
  return found
}

/** Somebody has left: whatever they were asked goes to their substitute, manager, or whoever can be found. Gives how many asks that was. */
export function replaceAsked(run: ChainRun, personId: string, directory: Directory): number {
  if (run.outcome !== null) return 0
  let replaced = 0
  for (const step of run.steps[run.stage] ?? []) {
    const ask = step.asks.find((one) => one.personId === personId && one.outcome === null)
    if (!ask || step.state !== 'asking') continue
    ask.outcome = 'released'
    replaced++
    const known = new Set(step.asks.map((one) => one.personId))
    const isLeft = step.asks.some((one) => one.outcome === null)
    const found = isLeft && step.need === 'any' ? [] : standIn(run, [personId], directory)
    for (const { id, via } of found) if (!known.has(id)) step.asks.push(askOf(id, via))
    countBefore(run, step)
    settle(step)
    if (step.state === 'asking' && !step.asks.some((one) => one.outcome === null)) {
      step.state = 'declined'
      step.why = 'nobody'
    }
  }
  if (replaced > 0) advance(run, directory)
  return replaced
}

/** The chain is not needed any more: it was withdrawn, or decided by somebody who oversees it. */
export function cancel(run: ChainRun): void {
  if (run.outcome === null) end(run, 'cancelled')
}

function open(run: ChainRun, step: StepRun, directory: Directory) {
  const definition = definitionOf(run, step)
  const people = definition ? whoWouldBeAsked(run, definition, directory) : []
  step.asks = people.map(({ id, via }) => askOf(id, via))
  if (step.asks.length === 0) {
    step.state = 'declined'
    step.why = 'nobody'
    return
  }
  step.state = 'asking'
  // Several stand-ins are asked for one answer.
  if (people.every(({ via }) => via === 'overseer')) step.need = 'any'
  countBefore(run, step)
}

/** Nobody is asked for what they have approved before in this chain. */
function countBefore(run: ChainRun, step: StepRun) {
  if (!run.chain.askAgain) for (const personId of approvers(run)) repeat(step, personId)
}

function askOf(personId: string, via: Via): Ask {
  return { id: newId(), personId, via, outcome: null, decidedBy: null, reason: null }
}

function approvers(run: ChainRun): Set<string> {
  const asks = run.steps.flatMap((stage) => stage.flatMap((step) => step.asks))
  return new Set(asks.filter((ask) => ask.outcome === 'approved').map((ask) => ask.personId))
}

function repeatElsewhere(run: ChainRun, personId: string) {
  for (const step of run.steps[run.stage] ?? []) if (step.state === 'asking') repeat(step, personId)
}

function end(run: ChainRun, outcome: 'declined' | 'cancelled') {
  run.outcome = outcome
  for (const step of run.steps.flat()) release(step)
}

function askingStep(run: ChainRun, stepId: string): StepRun | undefined {
  const step = run.steps.flat().find((one) => one.id === stepId)
  return run.outcome === null && step?.state === 'asking' ? step : undefined
}
