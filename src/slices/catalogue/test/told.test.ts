import { beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { decideApproval } from '../../requests/approvals/operations/decide-approval.ts'
import { listApprovals } from '../../requests/approvals/operations/list-approvals.ts'
import { changeState } from '../../requests/desk/operations/change-state.ts'
import { cancelItem } from '../operations/cancel-item.ts'
import { continueAnnouncement } from '../operations/continue-announcement.ts'
import { placeOrder } from '../operations/place-order.ts'
import { putInCart } from '../operations/put-in-cart.ts'
import { readCart } from '../operations/read-cart.ts'
import { saveAnnouncement } from '../operations/save-announcement.ts'
import { builders } from './builders.ts'

// The clock stands long ago, so that what waits for a minute is due at once.
const theke = await openTheke({ now: () => new Date('2026-01-12T09:00:00Z') })
const b = await builders(theke)
const run = theke.runner.run
const agent = await b.person('Tobias', { permissions: new Set(['requests.work']) })
const boss = await b.person('Bea')
const approval = { stages: [{ steps: [{ key: 'boss', approver: { kind: 'person', personId: boss.actor.personId } }] }] }
const laptop = await b.service('Notebook', { price: { once: 129_000 }, approval })
const team = await theke.db
  .insertInto('teams')
  .values({ key: 'it', names: '{}' })
  .returning('id')
  .executeTakeFirstOrThrow()
const task = { kind: 'task', key: 'set-up', title: { de: 'Aufbauen' }, teamId: team.id, checklist: [] }
const screen = await b.service('Bildschirm', {
  price: { once: 30_000 },
  approval,
  fulfilment: { stages: [{ work: [task] }] },
})
const chair = await b.service('Stuhl', { price: { once: 42_000 } })
const bike = await b.service('Rad', { price: { recurring: 6900 }, isHeld: true, noticeDays: 30 })

let ann: Call
beforeEach(async () => {
  ann = await b.person('Ann')
})

async function order(call: Call, ...services: { key: string }[]) {
  for (const { key } of services) await run(putInCart, call, { key })
  const { round, once, monthly } = await run(readCart, call, {})
  return run(placeOrder, call, { round, once: once.cents, monthly: monthly.cents })
}

/** What Ann was told since she was last asked: kinds and titles in the portal, subjects of mails. */
async function told() {
  await theke.drain()
  const personId = String(ann.actor.personId)
  const bells = await theke.db
    .deleteFrom('notifications')
    .where('person_id', '=', personId)
    .returning(['kind', 'title'])
    .execute()
  const mails = await theke.db
    .deleteFrom('mails')
    .where('to_email', '=', String(ann.actor.email))
    .returning(['subject', 'body_text'])
    .execute()
  return {
    kinds: bells.map((one) => one.kind),
    subjects: mails.map((one) => one.subject),
    text: mails[0]?.body_text ?? '',
  }
}

describe('an order', () => {
  it('is confirmed once, with what was ordered and what it costs', async () => {
    const { reference } = await order(ann, laptop, chair)
    const { kinds, subjects, text } = await told()
    expect(kinds).toEqual(['catalogue.ordered'])
    expect(subjects).toEqual([`Ihre Bestellung ${reference} ist bei uns`])
    for (const word of ['Notebook', 'Stuhl', '1.710,00', 'zuerst genehmigt', `/orders/${reference}`])
      expect(text).toContain(word)
  })

  it('tells what happened to its items in one message, with the reason of who declined', async () => {
    const { reference } = await order(ann, laptop, screen)
    await told()
    const asks = (await run(listApprovals, boss, {})).items.filter((one) => one.requester?.name === 'Ann')
    for (const ask of asks.filter((one) => one.requester?.id === ann.actor.personId))
      await run(
        decideApproval,
        boss,
        ask.item === 'Notebook'
          ? { id: ask.id, outcome: 'declined', reason: 'Zu teuer' }
          : { id: ask.id, outcome: 'approved' },
      )
    const { kinds, subjects, text } = await told()
    expect(kinds).toEqual(['catalogue.progress'])
    expect(subjects).toEqual([`Neues zu Ihrer Bestellung ${reference}`])
    for (const word of [
      '„Notebook“ wurde nicht genehmigt',
      'Bea',
      '> Zu teuer',
      '„Bildschirm“ ist genehmigt und in Arbeit',
    ])
      expect(text).toContain(word)
  })

  it('says nothing of what its orderer did, and leaves its end to the request', async () => {
    const placed = await order(ann, laptop, screen)
    await told()
    const [ask] = (await run(listApprovals, boss, {})).items.filter(
      (one) => one.requester?.id === ann.actor.personId && one.item === 'Bildschirm',
    )
    await run(decideApproval, boss, { id: String(ask?.id), outcome: 'approved' })
    await told()
    await run(cancelItem, ann, { reference: placed.reference, id: String(placed.items[0]?.id) })
    expect((await told()).kinds).toEqual([])
    await run(changeState, agent, { reference: String(placed.request), state: 'solved' })
    const { kinds, subjects } = await told()
    expect(kinds).toEqual(['requests.solved'])
    expect(subjects).toHaveLength(1)
  })

  it('tells why the desk closed it without delivering', async () => {
    const placed = await order(ann, bike)
    await told()
    const closing = { state: 'closed' as const, reason: 'notPossible' as const, reasonWords: 'Ausverkauft.' }
    await run(changeState, agent, { reference: String(placed.request), ...closing })
    const { kinds, text } = await told()
    expect(kinds).toEqual(['catalogue.progress'])
    expect(text).toContain('Das ist uns leider nicht möglich. Ausverkauft.')
  })
})

describe('an announcement', () => {
  it('is told to those who have the service and whom it affects, in the portal, and once more when it is over', async () => {
    const placed = await order(ann, bike)
    await run(changeState, agent, { reference: String(placed.request), state: 'solved' })
    await told()
    const announced = { kind: 'down' as const, titles: { de: 'Platte Reifen' }, texts: {}, services: [bike.id] }
    await run(saveAnnouncement, b.keeper, { ...announced, audienceId: await b.audience('others') } as never)
    expect((await told()).kinds).toEqual([])
    const { id } = await run(saveAnnouncement, b.keeper, announced as never)
    expect(await told()).toMatchObject({ kinds: ['catalogue.status'], subjects: [] })
    await run(continueAnnouncement, b.keeper, { id, isOver: true })
    expect((await told()).kinds).toEqual(['catalogue.status'])
  })
})
