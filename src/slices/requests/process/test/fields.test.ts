import { describe, expect, it } from 'vitest'
import { Field } from '../../../../kernel/form/definition.ts'
import { ApprovalChain } from '../../approvals/definition.ts'
import { FulfilmentPlan } from '../../fulfilment/definition.ts'
import { chainOf, issuesOfChain } from '../pages/chain-fields.ts'
import { planOf } from '../pages/plan-fields.ts'
import type { Typed } from '../pages/typed.ts'

const PERSON = '01970000-0000-7000-8000-000000000001'
const TEAM = '01970000-0000-7000-8000-000000000002'

const FIELDS = [
  { key: 'amount', type: 'number', label: { de: 'Betrag' } },
  { key: 'travels', type: 'yesNo', label: { de: 'Unterwegs?' } },
  {
    key: 'model',
    type: 'choice',
    label: { de: 'Modell' },
    options: [
      { value: 'strong', label: { de: 'Stark' } },
      { value: 'light', label: { de: 'Leicht' } },
    ],
  },
].map((field) => Field.parse(field))

/** A form as a browser sends it; several values of one name with a bar between them. */
const typed = (values: Record<string, string>): Typed => ({
  get: (name) => values[name] ?? '',
  all: (name) => (name in values ? (values[name] ?? '').split('|') : []),
  has: (name) => name in values,
})

describe('the editor of a chain', () => {
  const step = (name: string, more: Record<string, string> = {}) => ({
    [`${name}.key`]: `step-${name.replace(/\W/g, '-')}`,
    [`${name}.approver`]: 'manager:requester',
    ...more,
  })
  const two = {
    'stage.0.need': 'all',
    ...step('stage.0.0'),
    'stage.1.need': 'any',
    ...step('stage.1.0', { 'stage.1.0.approver': `team:${TEAM}:all` }),
    ...step('stage.1.1', { 'stage.1.1.approver': `person:${PERSON}` }),
  }
  const approvers = (values: Record<string, string>) =>
    ApprovalChain.parse(chainOf(typed(values), FIELDS)).stages.map((stage) => stage.steps.map((one) => one.approver))
  const manager = { kind: 'manager', of: 'requester' }

  it('says who is asked, at once and after each other', () => {
    expect(approvers(two)).toEqual([
      [manager],
      [
        { kind: 'team', teamId: TEAM, need: 'all' },
        { kind: 'person', personId: PERSON },
      ],
    ])
    expect(approvers({})).toEqual([])
  })

  for (const [what, button, counts] of [
    ['nothing with the button that saves', 'save', [1, 2]],
    ['somebody afterwards', 'add-stage', [1, 2, 1]],
    ['somebody at the same time', 'add-step:0', [2, 2]],
    ['a stage upwards', 'up:1', [2, 1]],
    ['nothing further up than the top', 'up:0', [1, 2]],
    ['one of several away', 'remove:1:0', [1, 1]],
    ['a stage away with its last one', 'remove:0:0', [2]],
  ] as const)
    it(`adds, moves and takes away: ${what}`, () => {
      expect(approvers({ ...two, do: button }).map((steps) => steps.length)).toEqual(counts)
    })

  it('gives everybody who is added a name of their own', () => {
    const { stages } = ApprovalChain.parse(chainOf(typed({ ...two, do: 'add-step:1' }), FIELDS))
    const keys = stages.flatMap((stage) => stage.steps.map((one) => one.key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('reads times, conditions, and who is asked when nobody answers', () => {
    const name = 'stage.0.0'
    const more = {
      [`${name}.title.de`]: 'Kostenstelle',
      [`${name}.when.line`]: '0',
      [`${name}.when.0.about`]: 'amount',
      [`${name}.when.0.is`]: 'atLeast',
      [`${name}.when.0.value`]: '1000,50',
      [`${name}.remind`]: '8',
      [`${name}.escalate`]: '16',
      [`${name}.escalateTo`]: PERSON,
      [`${name}.lapse`]: '40',
      [`${name}.lapseTo`]: 'approved',
    }
    const chain = ApprovalChain.parse(chainOf(typed({ 'stage.0.need': 'all', ...step(name, more), own: 'on' }), FIELDS))
    expect(chain).toMatchObject({ mayApproveOwn: true, askAgain: false })
    expect(chain.stages[0]?.steps[0]).toMatchObject({
      title: { de: 'Kostenstelle' },
      when: { all: [{ field: 'amount', is: 'atLeast', value: 1000.5 }] },
      remindAfter: 8,
      escalate: { after: 16, to: { kind: 'person', personId: PERSON } },
      lapse: { after: 40, outcome: 'approved' },
    })
  })

  for (const [what, sent, condition] of [
    [
      'a choice',
      { about: 'model', is: 'oneOf', value: 'strong|light' },
      { field: 'model', is: 'oneOf', value: ['strong', 'light'] },
    ],
    [
      'its opposite',
      { about: 'model', is: 'not-oneOf', value: 'light' },
      { not: { field: 'model', is: 'oneOf', value: ['light'] } },
    ],
    ['a yes', { about: 'travels', is: 'yes' }, { field: 'travels', is: 'equals', value: true }],
    ['a number', { about: 'amount', is: 'atMost', value: '99,5' }, { field: 'amount', is: 'atMost', value: 99.5 }],
    ['that there is an answer', { about: 'model', is: 'answered' }, { field: 'model', is: 'answered' }],
    [
      'a field that is gone',
      { kept: '{"field":"size","is":"equals","value":"xl"}' },
      { field: 'size', is: 'equals', value: 'xl' },
    ],
  ] as const)
    it(`reads a condition over ${what}`, () => {
      const line = Object.fromEntries(Object.entries(sent).map(([part, value]) => [`stage.0.0.when.0.${part}`, value]))
      const more = { 'stage.0.0.when.line': '0', ...line }
      const chain = chainOf(typed({ 'stage.0.need': 'all', ...step('stage.0.0', more) }), FIELDS)
      expect(chain.stages?.[0]?.steps[0]?.when).toEqual({ all: [condition] })
    })

  it('begins a condition with the question that is chosen, and takes one away', () => {
    const when = (more: Record<string, string>) =>
      chainOf(typed({ 'stage.0.need': 'all', ...step('stage.0.0', more) }), FIELDS).stages?.[0]?.steps[0]?.when
    expect(when({ 'stage.0.0.when.new': 'model' })).toEqual({
      all: [{ field: 'model', is: 'oneOf', value: ['strong'] }],
    })
    const gone = { 'stage.0.0.when.line': '0', 'stage.0.0.when.0.kept': '{"field":"size","is":"empty"}' }
    expect(when({ ...gone, 'stage.0.0.when.remove': '0' })).toBeUndefined()
  })

  it('says what is wrong beside the input that it was typed into', () => {
    const path = ['definition', 'approval', 'stages', 1, 'steps', 0]
    const at = (...rest: (string | number)[]) =>
      issuesOfChain([{ path: [...path, ...rest], key: 'refusal.invalid' }])[0]?.path.join('.')
    expect([at('when'), at('remindAfter'), at('lapse', 'after'), at('approver', 'personId')]).toEqual([
      'stage.1.0.when.new',
      'stage.1.0.remind',
      'stage.1.0.lapse',
      '',
    ])
    expect(issuesOfChain([{ path: ['known'], key: 'refusal.invalid' }])[0]?.path).toEqual([])
  })

  for (const [what, more] of [
    ['no number of hours', { 'stage.0.0.remind': 'soon' }],
    ['a reminder after the decision', { 'stage.0.0.remind': '40', 'stage.0.0.lapse': '8' }],
  ] as const)
    it(`leaves it to the schema to refuse ${what}`, () => {
      const chain = chainOf(typed({ 'stage.0.need': 'all', ...step('stage.0.0', more) }), FIELDS)
      expect(ApprovalChain.safeParse(chain).success).toBe(false)
    })
})

describe('the editor of a plan', () => {
  const task = {
    'plan.0': '',
    'plan.0.0.key': 'task-1',
    'plan.0.0.kind': 'task',
    'plan.0.0.title.de': 'Notebook einrichten',
    'plan.0.0.team': TEAM,
    'plan.0.0.within': '16',
    'plan.0.0.checklist.de': 'Konto\n\nVPN',
    'plan.0.0.checklist.en': 'Account\n\nVPN',
  }
  const first = {
    'first.team': TEAM,
    'first.webhook': 'erp',
    'first.effect': 'identity.giveRole',
    'new.task.de': 'Neue Aufgabe',
    'new.webhook.de': 'Nachricht',
    'new.effect.de': 'Automatisch',
  }
  const kinds = (values: Record<string, string>) =>
    FulfilmentPlan.parse(planOf(typed(values))).stages.map((stage) => stage.work.map((one) => one.kind))

  it('reads a task with its list, line by line in every language', () => {
    const plan = FulfilmentPlan.parse(planOf(typed(task)))
    expect(plan.stages[0]?.work[0]).toMatchObject({
      kind: 'task',
      teamId: TEAM,
      within: 16,
      checklist: [
        { de: 'Konto', en: 'Account' },
        { de: 'VPN', en: 'VPN' },
      ],
    })
  })

  it('adds what can be saved at once, afterwards or at the same time', () => {
    expect(kinds({ ...task, ...first, do: 'add-stage:webhook' })).toEqual([['task'], ['webhook']])
    expect(kinds({ ...task, ...first, do: 'add-work:0:effect' })).toEqual([['task', 'effect']])
    expect(kinds({ ...first, do: 'add-stage:task' })).toEqual([['task']])
    expect(kinds({ ...task, do: 'remove:0:0' })).toEqual([])
  })

  it('keeps what an effect is told', () => {
    const effect = {
      'plan.0': '',
      'plan.0.0.key': 'effect-1',
      'plan.0.0.kind': 'effect',
      'plan.0.0.title.de': 'Rolle geben',
      'plan.0.0.effect': 'identity.giveRole',
      'plan.0.0.input.0.key': 'role',
      'plan.0.0.input.0.value': 'library-member',
    }
    expect(FulfilmentPlan.parse(planOf(typed(effect))).stages[0]?.work[0]).toMatchObject({
      effect: 'identity.giveRole',
      input: { role: 'library-member' },
    })
  })
})
