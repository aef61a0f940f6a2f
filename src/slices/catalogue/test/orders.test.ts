import { beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { decideApproval } from '../../requests/approvals/operations/decide-approval.ts'
import { listApprovals } from '../../requests/approvals/operations/list-approvals.ts'
import { changeState } from '../../requests/desk/operations/change-state.ts'
import { read } from '../../requests/operations/read.ts'
import { cancelHeld } from '../operations/cancel-held.ts'
import { cancelItem } from '../operations/cancel-item.ts'
import { changeCart } from '../operations/change-cart.ts'
import { keepHeld } from '../operations/keep-held.ts'
import { listHeld } from '../operations/list-held.ts'
import { listOrders } from '../operations/list-orders.ts'
import { orderFor } from '../operations/order-for.ts'
import { placeOrder } from '../operations/place-order.ts'
import { publishService } from '../operations/publish-service.ts'
import { putInCart } from '../operations/put-in-cart.ts'
import { readCart } from '../operations/read-cart.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { readHeld } from '../operations/read-held.ts'
import { readOrder } from '../operations/read-order.ts'
import { repeatOrder } from '../operations/repeat-order.ts'
import { retireService } from '../operations/retire-service.ts'
import { saveVersion } from '../operations/save-version.ts'
import { builders } from './builders.ts'

const theke = await openTheke()
const b = await builders(theke)
const run = theke.runner.run

let ann: Call
let chair: { id: string; key: string }
let bike: { id: string; key: string }
const agent = await b.person('Tobias', { permissions: new Set(['requests.work']) })

beforeEach(async () => {
  ann = await b.person('Ann')
  chair ??= await b.service('Stuhl', { price: { once: 42_000 }, mostAtOnce: 3, promiseDays: 5 })
  bike ??= await b.service('Rad', { price: { recurring: 6900 }, isHeld: true, noticeDays: 30 })
})

/** Orders what lies in the cart, as it shows itself. */
async function order(call: Call) {
  const { round, once, monthly } = await run(readCart, call, {})
  return run(placeOrder, call, { round, once: once.cents, monthly: monthly.cents })
}

/** A chain that asks one person. */
function asking({ actor }: Call) {
  return { stages: [{ steps: [{ key: 'boss', approver: { kind: 'person', personId: actor.personId } }] }] }
}

/** Whoever is asked decides about the one thing that waits for them. */
async function decide(call: Call, outcome: 'approved' | 'declined') {
  const [ask] = (await run(listApprovals, call, {})).items
  await run(decideApproval, call, {
    id: ask?.id ?? '',
    outcome,
    ...(outcome === 'declined' ? { reason: 'Zu teuer' } : {}),
  })
  await theke.drain()
}

/** The desk says that the request of an order is solved, or closes it. */
async function settle(reference: string | null, state: 'solved' | 'closed') {
  await run(changeState, agent, { reference: reference ?? '', state, reason: 'notPossible' })
  await theke.drain()
}

describe('ordering', () => {
  it('makes one order of several services, with the prices of the moment, and a request that deals with it', async () => {
    await run(putInCart, ann, { key: chair.key, quantity: 2 })
    await run(putInCart, ann, { key: bike.key })
    const placed = await order(ann)
    expect(placed).toMatchObject({ state: 'fulfilment', isMine: true, beneficiary: null })
    expect(placed.reference).toMatch(/^O-\d+-[A-Z]$/)
    expect(placed.request).toMatch(/^R-/)
    expect(placed.once.cents).toBe(84_000)
    expect(placed.monthly.cents).toBe(6900)
    expect(placed.items.map((item) => [item.key, item.quantity])).toEqual([
      [chair.key, 2],
      [bike.key, 1],
    ])
    expect((await run(readCart, ann, {})).items).toEqual([])
    expect((await run(listOrders, ann, { show: 'open' })).items).toHaveLength(1)
  })

  it('happens once, however often it is sent', async () => {
    await run(putInCart, ann, { key: chair.key })
    const { round, once, monthly } = await run(readCart, ann, {})
    const input = { round, once: once.cents, monthly: monthly.cents }
    const answers = await Promise.all([1, 2, 3].map(() => run(placeOrder, ann, input)))
    expect(new Set(answers.map((one) => one.reference)).size).toBe(1)
    expect((await run(listOrders, ann, {})).items).toHaveLength(1)
  })

  it('refuses an empty cart, an old one, and another price than was seen', async () => {
    await expect(order(ann)).rejects.toMatchObject({ reason: 'catalogue.cart_empty' })
    await run(putInCart, ann, { key: chair.key })
    await expect(run(placeOrder, ann, { round: 99, once: 42_000, monthly: 0 })).rejects.toMatchObject({
      reason: 'catalogue.cart_changed',
    })
    await expect(run(placeOrder, ann, { round: 1, once: 1, monthly: 0 })).rejects.toMatchObject({
      reason: 'catalogue.price_changed',
    })
  })

  it('keeps the price that was agreed when it changes afterwards, and tells of it before', async () => {
    const lamp = await b.service('Lampe', { price: { once: 1000 } })
    await run(putInCart, ann, { key: lamp.key })
    const placed = await order(ann)
    await run(putInCart, ann, { key: lamp.key })
    const { definition, newestVersion } = await run(readForEditing, b.keeper, { id: lamp.id })
    await run(saveVersion, b.keeper, {
      id: lamp.id,
      known: newestVersion,
      definition: { ...definition, price: { once: 2000 } },
    })
    await run(publishService, b.keeper, { id: lamp.id })
    const cart = await run(readCart, ann, {})
    expect([cart.items[0]?.price.once, cart.items[0]?.priceBefore?.once]).toEqual([2000, 1000])
    expect((await run(readOrder, ann, { reference: placed.reference })).items[0]?.price.once).toBe(1000)
  })

  it('refuses what may no longer be ordered, and says so in the cart without its new words', async () => {
    const gone = await b.service('Kurzlebig')
    await run(putInCart, ann, { key: gone.key })
    await run(retireService, b.keeper, { id: gone.id })
    const [item] = (await run(readCart, ann, {})).items
    expect(item).toMatchObject({ hindrance: 'gone', service: null, name: 'Kurzlebig' })
    await expect(order(ann)).rejects.toMatchObject({ reason: 'catalogue.not_orderable' })
    await run(changeCart, ann, { id: item?.id ?? '', quantity: 0 })
    await expect(run(putInCart, ann, { key: gone.key })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('takes no more at once than the service allows', async () => {
    await expect(run(putInCart, ann, { key: chair.key, quantity: 4 })).rejects.toMatchObject({ code: 'invalid' })
    await run(putInCart, ann, { key: chair.key, quantity: 2 })
    const cart = await run(putInCart, ann, { key: chair.key, quantity: 2 })
    expect(cart.items.map((item) => item.quantity)).toEqual([3])
  })

  it('is nobody else’s to see or repeat', async () => {
    await run(putInCart, ann, { key: chair.key })
    const { reference } = await order(ann)
    const other = await b.person('Otto')
    await expect(run(readOrder, other, { reference })).rejects.toMatchObject({ code: 'not_found' })
    await expect(run(repeatOrder, other, { reference })).rejects.toMatchObject({ code: 'not_found' })
    expect((await run(listOrders, other, {})).items).toEqual([])
  })

  it('can be repeated, as far as it is still offered', async () => {
    const brief = await b.service('Einmalig')
    await run(putInCart, ann, { key: chair.key })
    await run(putInCart, ann, { key: brief.key })
    const { reference } = await order(ann)
    await run(retireService, b.keeper, { id: brief.id })
    expect(await run(repeatOrder, ann, { reference })).toEqual({ added: 1, left: 1 })
    expect((await run(readCart, ann, {})).items.map((item) => item.service?.key)).toEqual([chair.key])
  })
})

describe('ordering for a colleague', () => {
  it('needs the permission, a colleague, and that they are entitled', async () => {
    const audienceId = await b.audience('insiders')
    const special = await b.service('Besonderes', { audienceId })
    const boss = await b.person('Bea', {
      audiences: new Set([audienceId]),
      permissions: new Set(['catalogue.order-for-others']),
    })
    const colleague = await b.person('Cem')
    const stranger = await b.person('Sam')
    await b.team([boss, colleague])
    const forThem = (call: Call, person: Call) => run(orderFor, call, { person: person.actor.personId as string })
    await expect(forThem(boss, stranger)).rejects.toMatchObject({ code: 'invalid' })
    await expect(forThem(colleague, boss)).rejects.toMatchObject({ code: 'invalid' })
    await run(putInCart, boss, { key: special.key })
    const cart = await forThem(boss, colleague)
    expect(cart.items[0]?.hindrance).toBe('notEntitled')
    await expect(order(boss)).rejects.toMatchObject({ reason: 'catalogue.not_orderable' })
    await run(changeCart, boss, { id: cart.items[0]?.id ?? '', quantity: 0 })
    await run(putInCart, boss, { key: bike.key })
    const placed = await order(boss)
    expect(placed.beneficiary).toBe('Cem')
    expect(await run(readOrder, colleague, { reference: placed.reference })).toMatchObject({ isMine: false })
    await settle(placed.request, 'solved')
    expect((await run(listHeld, colleague, {})).items).toHaveLength(1)
    expect((await run(listHeld, boss, {})).items).toHaveLength(0)
  })
})

describe('what was delivered', () => {
  it('becomes one of my services, once, with its monthly sum', async () => {
    await run(putInCart, ann, { key: bike.key })
    const placed = await order(ann)
    await settle(placed.request, 'solved')
    expect((await run(readOrder, ann, { reference: placed.reference })).state).toBe('delivered')
    const { items, monthly } = await run(listHeld, ann, {})
    expect(items.map((one) => [one.key, one.state])).toEqual([[bike.key, 'active']])
    expect(monthly.cents).toBe(6900)
  })

  it('is cancelled with the notice that was agreed, and kept on request', async () => {
    await run(putInCart, ann, { key: bike.key })
    await settle((await order(ann)).request, 'solved')
    const [held] = (await run(listHeld, ann, {})).items
    const id = held?.id ?? ''
    await expect(run(cancelHeld, ann, { id, endsOn: '2020-01-01' })).rejects.toMatchObject({
      reason: 'catalogue.other_day',
    })
    await expect(run(cancelHeld, await b.person('Otto'), { id, endsOn: held?.wouldEndOn ?? '' })).rejects.toMatchObject(
      {
        code: 'not_found',
      },
    )
    const cancelled = await run(cancelHeld, ann, { id, endsOn: held?.wouldEndOn ?? '' })
    expect(cancelled).toMatchObject({ state: 'ending', endsOn: held?.wouldEndOn })
    expect((await run(keepHeld, ann, { id })).state).toBe('active')
  })

  it('is cancelled to a later day, with a reason that those who run it read', async () => {
    await run(putInCart, ann, { key: bike.key })
    await settle((await order(ann)).request, 'solved')
    const [held] = (await run(listHeld, ann, {})).items
    const id = held?.id ?? ''
    const later = Temporal.PlainDate.from(held?.wouldEndOn ?? '').add({ months: 2 })
    await expect(run(cancelHeld, ann, { id, endsOn: later.add({ years: 3 }).toString() })).rejects.toMatchObject({
      issues: [{ path: ['endsOn'], key: 'catalogue.refusal.endsLate' }],
    })
    expect(await run(cancelHeld, ann, { id, endsOn: later.toString(), reason: 'Ich ziehe um.' })).toMatchObject({
      state: 'ending',
      endsOn: later.toString(),
    })
    const { request, orders } = await run(readHeld, ann, { id })
    expect(orders).toMatchObject([{ purpose: 'order', state: 'delivered' }])
    const { entries } = await run(read, ann, { request: request ?? '' })
    expect(JSON.stringify(entries)).toContain('Ich ziehe um.')
    await run(keepHeld, ann, { id })
    expect((await run(readHeld, ann, { id })).request).not.toBe(request)
  })

  it('is changed by an order', async () => {
    await run(putInCart, ann, { key: bike.key })
    await settle((await order(ann)).request, 'solved')
    const [held] = (await run(listHeld, ann, {})).items
    await run(putInCart, ann, { key: bike.key, changes: held?.id })
    const change = await order(ann)
    expect(change.items[0]?.isChange).toBe(true)
    await settle(change.request, 'solved')
    const { orders } = await run(readHeld, ann, { id: held?.id ?? '' })
    expect(orders.map((one) => [one.purpose, one.state])).toEqual([
      ['change', 'delivered'],
      ['order', 'delivered'],
    ])
    expect((await run(listHeld, ann, {})).items).toHaveLength(1)
  })

  it('is not delivered when the request ends otherwise', async () => {
    await run(putInCart, ann, { key: bike.key })
    const placed = await order(ann)
    await settle(placed.request, 'closed')
    expect((await run(readOrder, ann, { reference: placed.reference })).state).toBe('cancelled')
    expect((await run(listHeld, ann, {})).items).toEqual([])
  })
})

describe('an order that has to be approved', () => {
  it('waits, goes on when it is approved, and is delivered when everything is done', async () => {
    const boss = await b.person('Bea')
    const laptop = await b.service('Notebook', { price: { once: 129_000 }, approval: asking(boss) })
    await run(putInCart, ann, { key: laptop.key })
    await run(putInCart, ann, { key: bike.key })
    const placed = await order(ann)
    expect(placed.items.map((item) => [item.state, item.mayCancel])).toEqual([
      ['approval', true],
      ['fulfilment', false],
    ])
    expect(placed.state).toBe('approval')
    const id = placed.items[0]?.id ?? ''
    const cancelled = await run(cancelItem, ann, { reference: placed.reference, id })
    expect(cancelled.items[0]?.state).toBe('cancelled')
    await theke.drain()
    await expect(run(cancelItem, ann, { reference: placed.reference, id })).rejects.toMatchObject({
      reason: 'catalogue.item_begun',
    })
  })

  it('is declined, or goes to the desk when everybody has approved, which delivers it with the request', async () => {
    const boss = await b.person('Bea')
    const laptop = await b.service('Notebook', { price: { once: 129_000 }, approval: asking(boss) })
    for (const [outcome, then, state] of [
      ['approved', 'fulfilment', 'delivered'],
      ['declined', 'declined', 'declined'],
    ] as const) {
      await run(putInCart, ann, { key: laptop.key })
      await run(putInCart, ann, { key: chair.key })
      const { reference, request } = await order(ann)
      const states = async () => (await run(readOrder, ann, { reference })).items.map((item) => item.state)
      await decide(boss, outcome)
      expect(await states()).toEqual([then, 'fulfilment'])
      await settle(request, 'solved')
      expect(await states()).toEqual([state, 'delivered'])
    }
  })

  it('is over when everything of it was declined', async () => {
    const boss = await b.person('Bea')
    const laptop = await b.service('Notebook', { price: { once: 129_000 }, approval: asking(boss) })
    await run(putInCart, ann, { key: laptop.key })
    const { reference } = await order(ann)
    await decide(boss, 'declined')
    expect(await run(readOrder, ann, { reference })).toMatchObject({ state: 'declined' })
  })
})
