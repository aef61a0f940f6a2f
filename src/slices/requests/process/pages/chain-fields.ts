import type { z } from 'zod'
import type { Field } from '../../../../kernel/form/definition.ts'
import type { Issue } from '../../../../kernel/refusal.ts'
import { conditionOf } from '../../../forms/index.ts'
import type { ApprovalChain, ApprovalStage, ApprovalStep, Approver } from '../../approvals/definition.ts'
import { countTyped, freeKey, hoursTyped, moved, type Typed, textTyped } from './typed.ts'

type Draft = z.input<typeof ApprovalChain>
type DraftStage = z.input<typeof ApprovalStage>
type DraftStep = z.input<typeof ApprovalStep>

/**
 * What the editor of a chain was sent with, with what its button adds, moves and takes away. Checked by the schema of the operation.
 * @param fields what its conditions may look at
 */
export function chainOf(typed: Typed, fields: readonly Field[]): Draft {
  const count = countTyped(typed, (n) => `stage.${n}.need`)
  const stages = Array.from({ length: count }, (_, n) => stageOf(typed, `stage.${n}`, fields))
  const fallbackId = typed.get('fallback')
  return {
    stages: edited(stages, typed.get('do').split(':')),
    mayApproveOwn: typed.has('own'),
    askAgain: typed.has('again'),
    ...(fallbackId ? { fallbackId } : {}),
  }
}

function stageOf(typed: Typed, name: string, fields: readonly Field[]): DraftStage {
  const count = countTyped(typed, (n) => `${name}.${n}.key`)
  return {
    need: typed.get(`${name}.need`) === 'any' ? 'any' : 'all',
    steps: Array.from({ length: count }, (_, n) => stepOf(typed, `${name}.${n}`, fields)),
  }
}

function stepOf(typed: Typed, name: string, fields: readonly Field[]): DraftStep {
  const title = textTyped(typed, `${name}.title`)
  const when = conditionOf(typed, `${name}.when`, fields)
  const remindAfter = hoursTyped(typed, `${name}.remind`)
  const escalateAfter = hoursTyped(typed, `${name}.escalate`)
  const lapseAfter = hoursTyped(typed, `${name}.lapse`)
  const to = typed.get(`${name}.escalateTo`)
  return {
    key: typed.get(`${name}.key`),
    approver: approverOf(typed.get(`${name}.approver`)),
    ...(title ? { title } : {}),
    ...(when ? { when } : {}),
    ...(remindAfter === undefined ? {} : { remindAfter }),
    ...(escalateAfter === undefined
      ? {}
      : { escalate: { after: escalateAfter, to: to ? { kind: 'person', personId: to } : { kind: 'manager' } } }),
    ...(lapseAfter === undefined
      ? {}
      : {
          lapse: { after: lapseAfter, outcome: typed.get(`${name}.lapseTo`) === 'approved' ? 'approved' : 'declined' },
        }),
  }
}

/** `manager:requester`, `costCentreOwner:beneficiary`, `person:ID`, `team:ID:any` */
function approverOf(text: string): z.input<typeof Approver> {
  const [kind, id = '', need] = text.split(':')
  if (kind === 'person') return { kind, personId: id }
  if (kind === 'team') return { kind, teamId: id, need: need === 'all' ? 'all' : 'any' }
  const of = id === 'beneficiary' ? 'beneficiary' : 'requester'
  return { kind: kind === 'costCentreOwner' ? 'costCentreOwner' : 'manager', of }
}

/** Parts of a step as the editor names its inputs. */
const INPUTS = new Map([
  ['when', 'when.new'],
  ['remindAfter', 'remind'],
  ['escalate', 'escalate'],
  ['lapse', 'lapse'],
])

/** What is wrong with a chain, beside the inputs of the editor that it was made with. */
export function issuesOfChain(issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => {
    const at = issue.path.indexOf('stages')
    const [stage, , step, part] = issue.path.slice(at + 1)
    const input = INPUTS.get(String(part))
    return at < 0 || !input ? { ...issue, path: [] } : { ...issue, path: ['stage', Number(stage), Number(step), input] }
  })
}

/** The approver as the editor's choice names it. */
export function approverText(approver: Approver): string {
  if (approver.kind === 'person') return `person:${approver.personId}`
  if (approver.kind === 'team') return `team:${approver.teamId}:${approver.need}`
  return `${approver.kind}:${approver.of}`
}

function edited(stages: DraftStage[], [what = '', first = '', second = '']: string[]): DraftStage[] {
  const at = Number(first)
  const keys = stages.flatMap((stage) => stage.steps.map((step) => step.key))
  const fresh = (): DraftStep => ({ key: freeKey('step', keys), approver: { kind: 'manager', of: 'requester' } })
  if (what === 'add-stage') return [...stages, { need: 'all', steps: [fresh()] }]
  if (what === 'up' || what === 'down') return moved(stages, at, what === 'up' ? -1 : 1)
  if (what === 'add-step')
    return stages.map((stage, n) => (n === at ? { ...stage, steps: [...stage.steps, fresh()] } : stage))
  if (what !== 'remove') return stages
  return stages
    .map((stage, n) => (n === at ? { ...stage, steps: stage.steps.filter((_, k) => k !== Number(second)) } : stage))
    .filter((stage) => stage.steps.length > 0)
}
