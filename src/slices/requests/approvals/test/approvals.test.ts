import { beforeAll, describe, expect, it } from 'vitest'
import { openTheke } from '../../../../test/theke.ts'
import { withdraw } from '../../operations/withdraw.ts'
import { readProcess } from '../../process/operations/read-process.ts'
import { idOf, processBuilders } from '../../process/test/builders.ts'
import { decideApproval } from '../operations/decide-approval.ts'
import { decideApprovalByLink } from '../operations/decide-approval-by-link.ts'
import { endSubstitution } from '../operations/end-substitution.ts'
import { listApprovals } from '../operations/list-approvals.ts'
import { listSubstitutions } from '../operations/list-substitutions.ts'
import { nameSubstitute } from '../operations/name-substitute.ts'
import { previewApproval } from '../operations/preview-approval.ts'
import { readApproval } from '../operations/read-approval.ts'
import { readApprovalByLink } from '../operations/read-approval-by-link.ts'

let now = new Date('2026-11-24T09:00:00Z')
const theke = await openTheke({ now: () => now })
const make = processBuilders(theke)
type Person = Awaited<ReturnType<typeof make.person>>
let boss: Person
let head: Person
let worker: Person
let colleague: Person

beforeAll(async () => {
  await make.hours()
  boss = await make.person('Auer', [], 'web', 'en')
  head = await make.person('Reitmeier')
  worker = await make.person('Krause')
  colleague = await make.person('Okafor')
  await make.manages(boss, head)
  await make.manages(head, worker, colleague)
})

const manager = { key: 'manager', approver: { kind: 'manager' as const, of: 'requester' as const } }
const chain = (...stages: object[]) => ({ stages: stages.map((step) => ({ steps: [step] })) }) as never
const decide = (person: Person, id: string, outcome: 'approved' | 'declined' = 'approved', reason?: string) =>
  theke.runner.run(decideApproval, person, { id, outcome, ...(reason ? { reason } : {}) })

/** The link of the newest mail to somebody. */
async function linkTo(person: Person): Promise<string> {
  await theke.drain()
  const mails = (await make.mails()).filter((mail) => mail.to_email === person.actor.email)
  return /\/approve\/([\w-]+)/.exec(mails.at(-1)?.body_text ?? '')?.[1] ?? ''
}

describe('deciding', () => {
  it('goes through the chain step by step, and the request with it', async () => {
    await make.costCentre(boss, worker)
    const order = await make.order(worker, [
      { approval: chain(manager, { key: 'owner', approver: { kind: 'costCentreOwner', of: 'requester' } }) },
    ])
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'approval' })
    const [first] = await make.waiting(head)
    expect(first).toMatchObject({ item: 'Notebook LiBook 14', requester: { name: 'Krause' }, isWaiting: true })
    expect(await make.waiting(boss)).toEqual([])
    await decide(head, first?.id as string)
    const [second] = await make.waiting(boss)
    await decide(boss, second?.id as string)
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'open' })
    expect(await make.itemsOf(order.id)).toEqual([{ key: 'item-0', state: 'fulfilment' }])
    const { items } = await theke.runner.run(readProcess, worker, { request: order.reference })
    expect(items[0]?.stages.map((stage) => stage.steps[0]?.people[0])).toMatchObject([
      { name: 'Reitmeier', outcome: 'approved' },
      { name: 'Auer', outcome: 'approved' },
    ])
  })

  it('declines with a reason, which ends the chain and closes the request', async () => {
    const order = await make.order(worker, [{ approval: chain(manager, { ...manager, key: 'again' }) }])
    const [ask] = await make.waiting(head)
    const refused = await decide(head, ask?.id as string, 'declined').catch((error) => error)
    expect(refused).toMatchObject({ code: 'invalid', issues: [{ path: ['reason'] }] })
    await decide(head, ask?.id as string, 'declined', 'Das Budget ist ausgeschöpft.')
    expect(await make.stateOf(order.id)).toEqual({ state: 'closed', ending: 'declined' })
    await theke.drain()
    const mails = (await make.mails()).filter((one) => one.to_email === worker.actor.email)
    expect(mails.some((one) => one.body_text.includes('> Das Budget ist ausgeschöpft.'))).toBe(true)
  })

  it('keeps what is approved when something else of the order is declined', async () => {
    const order = await make.order(worker, [{ approval: chain(manager) }, { approval: chain(manager) }])
    const [first, second] = await make.waiting(head)
    await decide(head, first?.id as string, 'declined', 'Nein.')
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'approval' })
    await decide(head, second?.id as string)
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'open' })
  })

  it('counts one of two decisions made at once, and tells the other who was quicker', async () => {
    const team = await make.team(head, boss)
    const order = await make.order(worker, [
      { approval: chain({ key: 'team', approver: { kind: 'team', teamId: team, need: 'any' } }) },
    ])
    const [mine] = await make.waiting(head)
    const [theirs] = await make.waiting(boss)
    const results = await Promise.allSettled([
      decide(head, mine?.id as string),
      decide(boss, theirs?.id as string, 'declined', 'No.'),
    ])
    const refused = results.filter((one) => one.status === 'rejected').map((one) => one.reason)
    expect(refused).toMatchObject([{ code: 'conflict', reason: 'requests.already_decided' }])
    expect(['open', 'closed']).toContain((await make.stateOf(order.id)).state)
    expect(
      (await make.events('approval.decided')).filter((one) => JSON.stringify(one.payload).includes(order.id)),
    ).toHaveLength(1)
  })

  it('shows nothing to others, and lets them decide nothing', async () => {
    await make.order(worker, [{ approval: chain(manager) }])
    const [ask] = await make.waiting(head)
    for (const person of [colleague, worker]) {
      await expect(theke.runner.run(readApproval, person, { id: ask?.id as string })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(decide(person, ask?.id as string)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('takes nothing any more once the request was withdrawn', async () => {
    const order = await make.order(worker, [{ approval: chain(manager) }])
    const ask = (await make.waiting(head)).find((one) => one.reference === order.reference)
    await theke.runner.run(withdraw, worker, { request: order.reference })
    await expect(decide(head, ask?.id as string)).rejects.toMatchObject({ code: 'conflict' })
    await theke.drain()
    expect((await make.waiting(head)).some((one) => one.reference === order.reference)).toBe(false)
    expect(await make.itemsOf(order.id)).toMatchObject([{ state: 'cancelled' }])
  })

  it('passes over what its condition excludes', async () => {
    const when = { field: 'amount', is: 'atLeast', value: 2000 }
    const order = await make.order(worker, [{ approval: chain({ ...manager, when }) }])
    const { items } = await theke.runner.run(readProcess, worker, { request: order.reference })
    expect(items[0]?.stages[0]?.steps[0]).toMatchObject({ state: 'skipped', why: 'condition' })
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'open' })
  })

  it('lists what somebody decided, page by page', async () => {
    const page = await theke.runner.run(listApprovals, head, { show: 'decided', limit: 1 })
    expect(page.items).toHaveLength(1)
    const next = await theke.runner.run(listApprovals, head, {
      show: 'decided',
      limit: 1,
      cursor: page.next ?? undefined,
    })
    expect(next.items[0]?.id).not.toBe(page.items[0]?.id)
    await expect(theke.runner.run(listApprovals, head, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the link of a mail', () => {
  it('shows everything, decides once, and says afterwards who decided', async () => {
    const order = await make.order(worker, [{ approval: chain(manager) }])
    const link = await linkTo(head)
    const visitor = make.visitor('de', 'web')
    const shown = await theke.runner.run(readApprovalByLink, visitor, { link })
    expect(shown).toMatchObject({ me: 'Reitmeier', reference: order.reference, isWaiting: true })
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'approval' })
    await theke.runner.run(decideApprovalByLink, visitor, { link, outcome: 'approved' })
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'open' })
    const after = await theke.runner.run(readApprovalByLink, visitor, { link })
    expect(after).toMatchObject({ isWaiting: false, outcome: 'approved', decidedBy: 'Reitmeier' })
    await expect(
      theke.runner.run(decideApprovalByLink, visitor, { link, outcome: 'declined', reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is worth nothing when it is changed, too old, or its person has left', async () => {
    await make.order(worker, [{ approval: chain(manager) }])
    const link = await linkTo(head)
    const visitor = make.visitor('de', 'web')
    const open = (secret: string) => theke.runner.run(readApprovalByLink, visitor, { link: secret })
    await expect(open(link)).resolves.toBeDefined()
    await expect(open(`${link.slice(0, -3)}AAA`)).rejects.toMatchObject({ code: 'not_found' })
    await expect(open('x')).rejects.toMatchObject({ code: 'not_found' })
    const before = now
    now = new Date(now.getTime() + 31 * 86_400_000)
    await expect(open(link)).rejects.toMatchObject({ code: 'not_found' })
    now = before
    await theke.db.updateTable('persons').set({ state: 'deactivated' }).where('id', '=', idOf(head)).execute()
    await expect(open(link)).rejects.toMatchObject({ code: 'not_found' })
    await theke.db.updateTable('persons').set({ state: 'active' }).where('id', '=', idOf(head)).execute()
  })
})

describe('substitutes', () => {
  it('decide in the place of who is away, from the first day to the last', async () => {
    const away = await make.person('Vogt')
    const employee = await make.person('Brandt')
    await make.manages(away, employee)
    const named = await theke.runner.run(nameSubstitute, away, {
      substituteId: idOf(boss),
      from: '2026-11-24',
      until: '2026-11-26',
    })
    expect(named).toMatchObject({ isNow: true, substitute: { name: 'Auer' } })
    const order = await make.order(employee, [{ approval: chain(manager) }])
    await theke.drain()
    const mail = (await make.mails()).filter((one) => one.to_email === boss.actor.email).at(-1)
    expect(mail?.body_text).toContain('Vogt')
    const ask = (await make.waiting(boss)).find((one) => one.reference === order.reference)
    expect(ask).toMatchObject({ inPlaceOf: 'Vogt' })
    await decide(boss, ask?.id as string)
    const { items } = await theke.runner.run(readProcess, employee, { request: order.reference })
    expect(items[0]?.stages[0]?.steps[0]?.people[0]).toMatchObject({ name: 'Vogt', decidedBy: 'Auer' })
    now = new Date('2026-11-27T09:00:00Z')
    await make.order(employee, [{ approval: chain(manager) }])
    expect((await make.waiting(boss)).some((one) => one.inPlaceOf === 'Vogt')).toBe(false)
    now = new Date('2026-11-24T09:00:00Z')
  })

  it('decide nothing that is their own', async () => {
    const away = await make.person('Maurer')
    const employee = await make.person('Steiner')
    await make.manages(away, employee)
    await theke.runner.run(nameSubstitute, away, {
      substituteId: idOf(employee),
      from: '2026-11-24',
      until: '2026-11-26',
    })
    await make.order(employee, [{ approval: chain(manager) }])
    expect(await make.waiting(employee)).toEqual([])
    const [ask] = await make.waiting(away)
    await expect(decide(employee, ask?.id as string)).rejects.toMatchObject({ reason: 'requests.own_approval' })
  })

  it('are named once at a time, for a time to come, by who is away', async () => {
    const away = await make.person('Wagner')
    const name = (by: Person, input: object) =>
      theke.runner.run(nameSubstitute, by, {
        substituteId: idOf(boss),
        from: '2026-12-01',
        until: '2026-12-05',
        ...input,
      })
    const first = await name(away, {})
    await expect(name(away, { from: '2026-12-05', until: '2026-12-08' })).rejects.toMatchObject({
      issues: [{ path: ['from'] }],
    })
    await expect(name(away, { until: '2026-11-30' })).rejects.toMatchObject({ issues: [{ path: ['until'] }] })
    await expect(name(away, { from: '2026-11-01', until: '2026-11-20' })).rejects.toMatchObject({
      issues: [{ path: ['until'] }],
    })
    await expect(name(away, { substituteId: idOf(away) })).rejects.toMatchObject({
      issues: [{ path: ['substituteId'] }],
    })
    await expect(name(away, { substituteId: crypto.randomUUID() })).rejects.toMatchObject({
      issues: [{ path: ['substituteId'] }],
    })
    await expect(name(worker, { personId: idOf(away) })).rejects.toMatchObject({ code: 'not_found' })
    await expect(theke.runner.run(endSubstitution, worker, { id: first.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await theke.runner.run(endSubstitution, away, { id: first.id })
    await expect(theke.runner.run(endSubstitution, away, { id: first.id })).rejects.toMatchObject({ code: 'conflict' })
    await expect(name(away, {})).resolves.toBeDefined()
    expect((await theke.runner.run(listSubstitutions, away, {})).mine).toHaveLength(1)
  })
})

describe('time', () => {
  it('reminds, hands up, and decides by itself', async () => {
    const step = {
      ...manager,
      remindAfter: 8,
      escalate: { after: 16, to: { kind: 'manager' } },
      lapse: { after: 40, outcome: 'declined' },
    }
    const order = await make.order(worker, [{ approval: chain(step) }])
    const stepRow = await theke.db
      .selectFrom('approval_steps as s')
      .innerJoin('request_items as i', 'i.id', 's.item_id')
      .select(['s.id', 's.remind_at', 's.escalate_at', 's.lapse_at'])
      .where('i.request_id', '=', order.id)
      .executeTakeFirstOrThrow()
    // Tuesday 10:00 in Berlin, eight hours of a day from eight to six.
    expect(stepRow.remind_at).toEqual(new Date('2026-11-24T17:00:00Z'))
    expect(stepRow.escalate_at).toEqual(new Date('2026-11-25T15:00:00Z'))
    const happens = (what: string) =>
      make.inCtx((ctx) => ctx.jobs.enqueue('requests.approvalDeadline', { step: stepRow.id, what })).then(theke.drain)
    await happens('remind')
    await happens('remind')
    const reminders = (await make.mails()).filter((mail) => mail.subject.startsWith('Erinnerung'))
    expect(reminders).toHaveLength(1)
    await happens('escalate')
    await happens('escalate')
    expect((await make.waiting(boss)).filter((one) => one.reference === order.reference)).toMatchObject([
      { via: 'escalation' },
    ])
    await happens('lapse')
    expect(await make.stateOf(order.id)).toEqual({ state: 'closed', ending: 'declined' })
    await happens('lapse')
  })
})

describe('who leaves', () => {
  it('is replaced by their manager in what they were asked', async () => {
    const leaver = await make.person('Seidl')
    const employee = await make.person('Hofer')
    await make.manages(boss, leaver)
    await make.manages(leaver, employee)
    const order = await make.order(employee, [{ approval: chain(manager) }])
    await theke.db.updateTable('persons').set({ state: 'deactivated' }).where('id', '=', idOf(leaver)).execute()
    await make.inCtx(async (ctx) =>
      ctx.emit({ type: 'person.deactivated', subject: { kind: 'person', id: idOf(leaver) } }),
    )
    await theke.drain()
    expect((await make.waiting(boss)).find((one) => one.reference === order.reference)).toMatchObject({
      via: 'manager',
    })
  })
})

describe('the preview', () => {
  it('says who would be asked, to those who set things up', async () => {
    const administrator = await make.person('Admin', ['requests.oversee'])
    const when = { field: 'amount', is: 'atLeast', value: 500 }
    const preview = (by: Person, amount: number) =>
      theke.runner.run(previewApproval, by, {
        chain: chain(manager, { key: 'head', when, approver: { kind: 'person', personId: idOf(boss) } }),
        requesterId: idOf(worker),
        amount,
      })
    const { stages } = await preview(administrator, 100)
    expect(stages.map(({ steps }) => [steps[0]?.people[0]?.name, steps[0]?.isSkipped])).toEqual([
      ['Reitmeier', false],
      ['Auer', true],
    ])
    expect((await preview(administrator, 600)).stages[1]?.steps[0]?.isSkipped).toBe(false)
    await expect(preview(worker, 100)).rejects.toMatchObject({ code: 'not_found' })
  })
})
