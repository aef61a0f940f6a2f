import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApprovalChain } from '../definition.ts'
import { advance, decide, escalate, lapse, replaceAsked, startRun } from '../rules.ts'
import { type ChainRun, type Directory, isOwn } from '../run.ts'

const PEOPLE = Array.from({ length: 8 }, (_, n) => `018f0000-0000-7000-8000-00000000000${n}`)
const TEAMS = ['018f0000-0000-7000-8000-0000000000a0', '018f0000-0000-7000-8000-0000000000a1']
const person = fc.constantFrom(...PEOPLE)
const of = fc.constantFrom('requester' as const, 'beneficiary' as const)

const approver = fc.oneof(
  fc.record({ kind: fc.constant('manager' as const), of }),
  fc.record({ kind: fc.constant('costCentreOwner' as const), of }),
  fc.record({ kind: fc.constant('person' as const), personId: person }),
  fc.record({
    kind: fc.constant('team' as const),
    teamId: fc.constantFrom(...TEAMS),
    need: fc.constantFrom('any' as const, 'all' as const),
  }),
)

const chain = fc
  .record({
    shape: fc.array(fc.tuple(fc.constantFrom('all', 'any'), fc.array(approver, { minLength: 1, maxLength: 3 })), {
      maxLength: 4,
    }),
    mayApproveOwn: fc.boolean(),
    askAgain: fc.boolean(),
    fallbackId: fc.option(person, { nil: undefined }),
  })
  .map(({ shape, ...rest }) =>
    ApprovalChain.parse({
      ...rest,
      stages: shape.map(([need, approvers], n) => ({
        need,
        steps: approvers.map((one, k) => ({
          key: `step-${n}-${k}`,
          approver: one,
          escalate: { after: 8, to: { kind: 'manager' } },
        })),
      })),
    }),
  )

/** Any organisation: managers in circles, teams of nobody, people who have left. */
const organisation = fc
  .record({
    managers: fc.array(fc.option(person), { minLength: 8, maxLength: 8 }),
    owners: fc.array(fc.option(person), { minLength: 8, maxLength: 8 }),
    substitutes: fc.array(fc.option(person, { freq: 3 }), { minLength: 8, maxLength: 8 }),
    active: fc.uniqueArray(person, { minLength: 0, maxLength: 8 }),
    teams: fc.array(fc.uniqueArray(person, { maxLength: 5 }), { minLength: 2, maxLength: 2 }),
    overseers: fc.uniqueArray(person, { maxLength: 2 }),
  })
  .map(({ managers, owners, substitutes, active, teams, overseers }): Directory & { active: Set<string> } => {
    const at = <T>(list: readonly T[], id: string) => list[PEOPLE.indexOf(id)] as T
    const there = new Set(active)
    return {
      active: there,
      isActive: (id) => there.has(id),
      managerOf: (id) => at(managers, id) ?? null,
      costCentreOwnerOf: (id) => at(owners, id) ?? null,
      membersOf: (id) => (teams[TEAMS.indexOf(id)] ?? []).filter((one) => there.has(one)),
      substituteOf: (id) => at(substitutes, id) ?? null,
      overseers,
    }
  })

const deed = fc.record({
  what: fc.constantFrom('approve', 'approve', 'approve', 'decline', 'escalate', 'lapse', 'leave'),
  which: fc.nat(20),
})

const open = (run: ChainRun) => run.steps.flat().flatMap((step) => step.asks.filter((ask) => ask.outcome === null))
const asking = (run: ChainRun) => run.steps.flat().filter((step) => step.state === 'asking')

/** Does one thing that can happen to a chain; gives false when there was nothing to do. */
function happen(
  run: ChainRun,
  directory: Directory & { active: Set<string> },
  { what, which }: { what: string; which: number },
) {
  const asks = open(run)
  const ask = asks[which % asks.length]
  const step = asking(run)[which % asking(run).length]
  if (!ask || !step) return
  if (what === 'escalate') escalate(run, step.id, directory)
  else if (what === 'lapse') lapse(run, step.id, which % 2 ? 'approved' : 'declined', directory)
  else if (what === 'leave') {
    directory.active.delete(ask.personId)
    replaceAsked(run, ask.personId, directory)
  } else
    decide(
      run,
      ask.id,
      { by: ask.personId, outcome: what === 'decline' ? 'declined' : 'approved', reason: null },
      directory,
    )
}

describe('any chain in any organisation', () => {
  const everything = fc.tuple(chain, organisation, person, fc.option(person), fc.array(deed, { maxLength: 80 }))

  it('ends, whatever happens, as soon as everybody who is asked has answered', () => {
    fc.assert(
      fc.property(everything, ([definition, directory, requesterId, beneficiaryId, deeds]) => {
        const run = startRun(definition, { requesterId, beneficiaryId: beneficiaryId ?? requesterId }, () => true)
        advance(run, directory)
        for (const one of deeds) happen(run, directory, one)
        // However it stands: somebody is asked, or it is over. Never stuck.
        for (let turn = 0; run.outcome === null; turn++) {
          expect(open(run).length).toBeGreaterThan(0)
          happen(run, directory, { what: 'approve', which: turn })
          expect(turn).toBeLessThan(200)
        }
        expect(open(run)).toEqual([])
        expect(asking(run)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('lets nobody approve for themselves, unless allowed', () => {
    fc.assert(
      fc.property(everything, ([definition, directory, requesterId, beneficiaryId, deeds]) => {
        const run = startRun(definition, { requesterId, beneficiaryId }, () => true)
        advance(run, directory)
        for (const one of deeds) happen(run, directory, one)
        if (definition.mayApproveOwn) return
        for (const ask of run.steps.flat().flatMap((step) => step.asks)) {
          expect([requesterId, beneficiaryId]).not.toContain(ask.personId)
          expect(isOwn(run, ask.personId)).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('asks nobody twice within a step, and nobody again who has approved, unless wanted', () => {
    fc.assert(
      fc.property(everything, ([definition, directory, requesterId, beneficiaryId, deeds]) => {
        const run = startRun(definition, { requesterId, beneficiaryId }, () => true)
        advance(run, directory)
        for (const one of deeds) {
          happen(run, directory, one)
          for (const step of run.steps.flat()) {
            const people = step.asks.map((ask) => ask.personId)
            expect(new Set(people).size).toBe(people.length)
          }
          if (definition.askAgain) continue
          const approved = run.steps.flat().flatMap((step) => step.asks.filter((ask) => ask.outcome === 'approved'))
          const waits = new Set(open(run).map((ask) => ask.personId))
          for (const ask of approved) expect(waits).not.toContain(ask.personId)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('approves nothing that somebody declined where all have to approve', () => {
    fc.assert(
      fc.property(everything, ([definition, directory, requesterId, beneficiaryId, deeds]) => {
        const run = startRun(definition, { requesterId, beneficiaryId }, () => true)
        advance(run, directory)
        for (const one of deeds) happen(run, directory, one)
        if (run.outcome !== 'approved') return
        run.steps.forEach((stage, n) => {
          const states = stage.map((step) => step.state)
          if (definition.stages[n]?.need === 'all') expect(states).not.toContain('declined')
          else
            expect(
              stage.some((step) => step.state === 'approved' || step.why === 'repeated') ||
                states.every((one) => one === 'skipped'),
            ).toBe(true)
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('a chain', () => {
  const [boss, head, worker, colleague] = PEOPLE as [string, string, string, string]
  const directory: Directory = {
    isActive: () => true,
    managerOf: (id) => ({ [worker]: head, [colleague]: head, [head]: boss })[id] ?? null,
    costCentreOwnerOf: () => boss,
    membersOf: () => [head, colleague],
    substituteOf: () => null,
    overseers: [boss],
  }
  const begin = (definition: object, requesterId = worker, isMet = true) => {
    const run = startRun(ApprovalChain.parse(definition), { requesterId, beneficiaryId: requesterId }, () => isMet)
    advance(run, directory)
    return run
  }
  const manager = { key: 'manager', approver: { kind: 'manager', of: 'requester' } }
  const asked = (run: ChainRun) => open(run).map((ask) => ask.personId)

  it('that asks nobody is approved at once', () => {
    expect(begin({}).outcome).toBe('approved')
  })

  it('asks one stage after the other', () => {
    const run = begin({
      stages: [{ steps: [manager] }, { steps: [{ key: 'owner', approver: { kind: 'costCentreOwner' } }] }],
    })
    expect(asked(run)).toEqual([head])
    decide(run, open(run)[0]?.id as string, { by: head, outcome: 'approved', reason: null }, directory)
    expect(asked(run)).toEqual([boss])
  })

  it('passes over a step whose condition does not hold', () => {
    const when = { field: 'amount', is: 'atLeast', value: 500 }
    const run = begin({ stages: [{ steps: [{ ...manager, when }] }] }, worker, false)
    expect(run.outcome).toBe('approved')
    expect(run.steps[0]?.[0]).toMatchObject({ state: 'skipped', why: 'condition' })
  })

  it('asks the manager of an approver who would decide for themselves', () => {
    const run = begin({ stages: [{ steps: [{ key: 'me', approver: { kind: 'person', personId: worker } }] }] })
    expect(open(run)[0]).toMatchObject({ personId: head, via: 'manager' })
  })

  it('asks the manager of whoever gets it: of whoever orders, when it is for nobody else', () => {
    const chain = ApprovalChain.parse({
      stages: [{ steps: [{ key: 'boss', approver: { kind: 'manager', of: 'beneficiary' } }] }],
    })
    for (const [requesterId, beneficiaryId, expected] of [
      [worker, null, head],
      [worker, head, boss],
    ] as const) {
      const run = startRun(chain, { requesterId, beneficiaryId }, () => true)
      advance(run, directory)
      expect(open(run)[0]).toMatchObject({ personId: expected, via: 'named' })
    }
  })

  it('does not ask a second time who has approved already', () => {
    const run = begin({
      stages: [{ steps: [manager] }, { steps: [{ key: 'head', approver: { kind: 'person', personId: head } }] }],
    })
    decide(run, open(run)[0]?.id as string, { by: head, outcome: 'approved', reason: null }, directory)
    expect(run.outcome).toBe('approved')
    expect(run.steps[1]?.[0]).toMatchObject({ state: 'skipped', why: 'repeated' })
  })

  it('waits for all of a team where all are needed, and for one where any is', () => {
    const team = (need: string) => ({
      stages: [{ steps: [{ key: 'team', approver: { kind: 'team', teamId: TEAMS[0], need } }] }],
    })
    const all = begin(team('all'))
    decide(all, open(all)[0]?.id as string, { by: head, outcome: 'approved', reason: null }, directory)
    expect(all.outcome).toBeNull()
    decide(all, open(all)[0]?.id as string, { by: colleague, outcome: 'approved', reason: null }, directory)
    expect(all.outcome).toBe('approved')
    const any = begin(team('any'))
    decide(any, open(any)[1]?.id as string, { by: colleague, outcome: 'approved', reason: null }, directory)
    expect(any.outcome).toBe('approved')
  })

  it('counts an answer once', () => {
    const run = begin({ stages: [{ steps: [manager] }] })
    const id = open(run)[0]?.id as string
    expect(decide(run, id, { by: head, outcome: 'declined', reason: 'zu teuer' }, directory)).toBe(true)
    expect(decide(run, id, { by: head, outcome: 'approved', reason: null }, directory)).toBe(false)
    expect(run.outcome).toBe('declined')
  })

  it('can be decided by whoever it was handed up to', () => {
    const run = begin({ stages: [{ steps: [{ ...manager, escalate: { after: 8, to: { kind: 'manager' } } }] }] })
    expect(escalate(run, run.steps[0]?.[0]?.id as string, directory)).toBe(boss)
    const handedUp = open(run).find((ask) => ask.via === 'escalation')
    decide(run, handedUp?.id as string, { by: boss, outcome: 'approved', reason: null }, directory)
    expect(run.outcome).toBe('approved')
  })
})
