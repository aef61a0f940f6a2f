import type { ApprovalChain, ApprovalStep } from './definition.ts'

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

/** Whether somebody is asked about something of their own, and the chain does not allow that. */
export function isOwn(run: Pick<ChainRun, 'chain' | 'requesterId' | 'beneficiaryId'>, personId: string): boolean {
  return !run.chain.mayApproveOwn && (personId === run.requesterId || personId === run.beneficiaryId)
}

/** The definition of a step under way. */
export function definitionOf(run: ChainRun, step: { key: string }): ApprovalStep | undefined {
  return run.chain.stages.flatMap((stage) => stage.steps).find((one) => one.key === step.key)
}
