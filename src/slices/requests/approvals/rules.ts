import { newId } from '../../../kernel/ids.ts'
import type { ApprovalChain, ApprovalStep, Approver } from './definition.ts'

/** Why somebody is asked: named by the chain, or in whose place. */
export type Via = 'named' | 'manager' | 'substitute' | 'fallback' | 'overseer' | 'escalation'

/** One person asked within a step. `repeated`: approved earlier in the same chain; `released`: the answer is not needed any more. */
export interface Ask {
  id: string
  personId: string
  via: Via
  outcome: 'approved' | 'declined' | 'repeated' | 'released' | null
  /** Who answered, when it was a substitute. */
  decidedBy: string | null
  reason: string | null
}

/** Why a step was not asked, or who decided it when nobody did. */
export type Why = 'condition' | 'repeated' | 'nobody' | 'lapsed' | 'elsewhere'

export interface StepRun {
  id: string
  key: string
  state: 'ahead' | 'asking' | 'approved' | 'declined' | 'skipped' | 'unneeded'
  why: Why | null
  need: 'any' | 'all'
  asks: Ask[]
}

/** A chain under way: what has been asked and answered so far. */
export interface ChainRun {
  chain: ApprovalChain
  requesterId: string | null
  beneficiaryId: string | null
  /** The stage that is being asked. */
  stage: number
  steps: StepRun[][]
  outcome: 'approved' | 'declined' | 'cancelled' | null
}

/** What the organisation knows about its people. Nobody in it is unreachable. */
export interface Directory {
  isActive(personId: string): boolean
  managerOf(personId: string): string | null
  costCentreOwnerOf(personId: string): string | null
  membersOf(teamId: string): readonly string[]
  substituteOf(personId: string): string | null
  /** Who may decide everything; asked when nobody else can be found. */
  overseers: readonly string[]
}

/** So far up a hierarchy somebody is looked for; also ends circles of managers. */
const HIGHEST = 10

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

/** Whether somebody is asked about something of their own, and the chain does not allow that. */
export function isOwn(run: Pick<ChainRun, 'chain' | 'requesterId' | 'beneficiaryId'>, personId: string): boolean {
  return !run.chain.mayApproveOwn && (personId === run.requesterId || personId === run.beneficiaryId)
}

/** Who would be asked if the step were reached now; empty: nobody could be. */
export function whoWouldBeAsked(run: ChainRun, step: ApprovalStep, directory: Directory): { id: string; via: Via }[] {
  const named = namedBy(run, step.approver, directory)
  const able = named.filter((id) => directory.isActive(id) && !isOwn(run, id))
  return able.length > 0 ? able.map((id) => ({ id, via: 'named' as const })) : standIn(run, named, directory)
}

/** The definition of a step under way. */
export function definitionOf(run: ChainRun, step: { key: string }): ApprovalStep | undefined {
  return run.chain.stages.flatMap((stage) => stage.steps).find((one) => one.key === step.key)
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

function namedBy(run: ChainRun, approver: Approver, directory: Directory): string[] {
  if (approver.kind === 'person') return [approver.personId]
  if (approver.kind === 'team') return [...new Set(directory.membersOf(approver.teamId))]
  const party = approver.of === 'beneficiary' ? run.beneficiaryId : run.requesterId
  if (party === null) return []
  const found = approver.kind === 'manager' ? directory.managerOf(party) : directory.costCentreOwnerOf(party)
  return found === null ? [] : [found]
}

/** Who is asked in the place of people who cannot be: their substitute, a manager of theirs, the chain's fallback, an overseer. */
function standIn(run: ChainRun, absent: readonly string[], directory: Directory): { id: string; via: Via }[] {
  const mayBe = (id: string) => directory.isActive(id) && !isOwn(run, id)
  const substitute = absent.map((id) => directory.substituteOf(id)).find((id) => id !== null && mayBe(id))
  if (substitute) return [{ id: substitute, via: 'substitute' }]
  const manager = absent.map((id) => climb(id, directory, mayBe)).find((id) => id !== null)
  if (manager) return [{ id: manager, via: 'manager' }]
  const { fallbackId } = run.chain
  if (fallbackId && mayBe(fallbackId)) return [{ id: fallbackId, via: 'fallback' }]
  return directory.overseers.filter(mayBe).map((id) => ({ id, via: 'overseer' as const }))
}

function climb(from: string, directory: Directory, mayBe: (id: string) => boolean): string | null {
  let next = directory.managerOf(from)
  for (let height = 0; next !== null && height < HIGHEST; height++) {
    if (mayBe(next)) return next
    next = directory.managerOf(next)
  }
  return null
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

/** Nobody is asked twice: what they have approved once counts here too. */
function repeat(step: StepRun, personId: string) {
  const ask = step.asks.find((one) => one.personId === personId && one.outcome === null)
  if (!ask || step.state !== 'asking') return
  ask.outcome = 'repeated'
  const isFirst = step.asks.every((one) => one.outcome === null || one.outcome === 'repeated')
  settle(step)
  // Settling has changed it, which the compiler cannot see.
  if ((step.state as StepRun['state']) === 'approved' && isFirst) {
    step.state = 'skipped'
    step.why = 'repeated'
  }
}

/** What the answers to a step come to. The answer of whoever it was escalated to decides alone. */
function settle(step: StepRun) {
  const answered = step.asks.filter((ask) => ask.outcome !== null && ask.outcome !== 'released')
  const deciding = answered.find((ask) => step.need === 'any' || ask.via === 'escalation' || ask.outcome === 'declined')
  const waits = step.asks.some((ask) => ask.outcome === null && ask.via !== 'escalation')
  if (deciding) step.state = deciding.outcome === 'declined' ? 'declined' : 'approved'
  else if (!waits && answered.length > 0) step.state = 'approved'
  if (step.state === 'asking') return
  for (const ask of step.asks) ask.outcome ??= 'released'
}

function stageOutcome(need: 'all' | 'any', steps: readonly StepRun[]): 'approved' | 'declined' | null {
  const asked = steps.filter((step) => step.state !== 'skipped')
  const count = (state: StepRun['state']) => asked.filter((step) => step.state === state).length
  // A step that was skipped because its approver has approved before is an approval too.
  const isRepeated = steps.some((step) => step.why === 'repeated')
  if (asked.length === 0) return 'approved'
  if (need === 'any') {
    if (count('approved') > 0 || isRepeated) return 'approved'
    return count('declined') === asked.length ? 'declined' : null
  }
  if (count('declined') > 0) return 'declined'
  return count('approved') === asked.length ? 'approved' : null
}

function release(step: StepRun) {
  if (step.state !== 'asking' && step.state !== 'ahead') return
  step.state = 'unneeded'
  step.why = 'elsewhere'
  for (const ask of step.asks) ask.outcome ??= 'released'
}

function end(run: ChainRun, outcome: 'declined' | 'cancelled') {
  run.outcome = outcome
  for (const step of run.steps.flat()) release(step)
}

function askingStep(run: ChainRun, stepId: string): StepRun | undefined {
  const step = run.steps.flat().find((one) => one.id === stepId)
  return run.outcome === null && step?.state === 'asking' ? step : undefined
}
