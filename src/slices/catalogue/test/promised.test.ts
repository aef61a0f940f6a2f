import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { askOwn } from '../../answers/operations/ask-own.ts'
import { decideApproval } from '../../requests/approvals/operations/decide-approval.ts'
import { listApprovals } from '../../requests/approvals/operations/list-approvals.ts'
import { answer } from '../../requests/desk/operations/answer.ts'
import { read } from '../../requests/operations/read.ts'
import { setPromise } from '../../requests/promises/operations/set-promise.ts'
import { builders as requestBuilders } from '../../requests/test/builders.ts'
import { placeOrder } from '../operations/place-order.ts'
import { putInCart } from '../operations/put-in-cart.ts'
import { readCart } from '../operations/read-cart.ts'
import { readOrder } from '../operations/read-order.ts'
import { builders } from './builders.ts'

// A Tuesday; the counter is there from Monday to Friday, with the holidays of Bavaria.
let now = new Date('2026-12-22T10:00:00Z')
const theke = await openTheke({ now: () => now })
const b = await builders(theke)
const run = theke.runner.run

let ann: Call
const agent = await b.person('Tobias', { permissions: new Set(['requests.work']) })

beforeAll(async () => {
  await requestBuilders(theke).hours()
  ann = await b.person('Ann')
})

async function order(by: Call, ...keys: string[]) {
  for (const key of keys) await run(putInCart, by, { key, quantity: 1 })
  const { round, once, monthly } = await run(readCart, by, {})
  const placed = await run(placeOrder, by, { round, once: once.cents, monthly: monthly.cents })
  await theke.drain()
  return { reference: placed.reference, request: placed.request ?? '' }
}

/** What the order says of its items, and what the request that deals with it says. */
async function promised({ reference, request }: Awaited<ReturnType<typeof order>>) {
  const { items } = await run(readOrder, ann, { reference })
  const { promise } = await run(read, ann, { request })
  return { items: items.map(({ promisedOn }) => promisedOn), request: promise.at, kind: promise.kind }
}

describe('what is promised for an order', () => {
  it('is the last day of its items, without holidays, and the same on its request', async () => {
    const lamp = await b.service('Lampe', { promiseDays: 1 })
    const desk = await b.service('Tisch', { promiseDays: 3 })
    expect(await promised(await order(ann, lamp.key, desk.key))).toEqual({
      items: ['2026-12-23', '2026-12-28'],
      request: '2026-12-28T17:00:00.000Z',
      kind: 'solution',
    })
  })

  it('moves with the date that the desk gives, and stays there when the desk answers', async () => {
    const lamp = await b.service('Lampe zwei', { promiseDays: 1 })
    const desk = await b.service('Tisch zwei', { promiseDays: 3 })
    const placed = await order(ann, lamp.key, desk.key)
    const at = '2026-12-30T17:00:00.000Z'
    await run(setPromise, agent, { reference: placed.request, at, reason: 'Lieferung stockt' })
    await run(answer, agent, { reference: placed.request, message: 'Wir warten auf den Hersteller.' })
    await theke.drain()
    expect(await promised(placed)).toMatchObject({ items: ['2026-12-28', '2026-12-30'], request: at })
  })

  it('waits as long as an approval does', async () => {
    const boss = await b.person('Bea')
    const stages = [{ steps: [{ key: 'boss', approver: { kind: 'person', personId: boss.actor.personId } }] }]
    const car = await b.service('Auto', { promiseDays: 3, approval: { stages } })
    const placed = await order(ann, car.key)
    now = new Date('2026-12-23T10:00:00Z')
    const [ask] = (await run(listApprovals, boss, {})).items
    await run(decideApproval, boss, { id: ask?.id ?? '', outcome: 'approved' })
    await theke.drain()
    expect((await promised(placed)).items).toEqual(['2026-12-29'])
  })

  it('answers when it comes, in one’s own words', async () => {
    const eve = await b.person('Eve')
    const ask = async (q: string, lang: 'de' | 'en' = 'de') => (await run(askOwn, { ...eve, lang }, { q })).answer
    expect(await ask('Wo bleibt meine Bestellung?')).toMatchObject({ figure: 'Keine offene Bestellung' })
    const lamp = await b.service('Leuchte', { promiseDays: 2 })
    const { reference } = await order(eve, lamp.key)
    expect(await ask('wann komt meine bestellung')).toMatchObject({
      name: 'catalogue.myOrders',
      figure: 'Montag, 28. Dezember 2026',
      url: `/de/orders/${reference}`,
      items: [{ title: 'Leuchte', note: 'In Arbeit · Fertig bis 28. Dez. 2026' }],
    })
    expect(await ask('When is my order coming?', 'en')).toMatchObject({ figure: 'Monday, 28 December 2026' })
  })
})
