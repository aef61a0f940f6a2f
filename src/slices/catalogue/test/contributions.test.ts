import { describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { askOwn } from '../../answers/operations/ask-own.ts'
import { builders as formBuilders } from '../../forms/test/builders.ts'
import { changeState } from '../../requests/desk/operations/change-state.ts'
import { readContext } from '../../requests/desk/operations/read-context.ts'
import { serviceTarget } from '../flow-target.ts'
import { readFilledIn } from '../operations/fill-in.ts'
import { placeOrder } from '../operations/place-order.ts'
import { putInCart } from '../operations/put-in-cart.ts'
import { readCart } from '../operations/read-cart.ts'
import { saveAnnouncement } from '../operations/save-announcement.ts'
import { builders } from './builders.ts'

const theke = await openTheke()
const b = await builders(theke)
const form = await formBuilders(theke).form()
const run = theke.runner.run
const agent = await b.person('Tobias', { permissions: new Set(['requests.work']) })
const bike = await b.service('Rad', { price: { recurring: 6900 }, isHeld: true })
const lamp = await b.service('Laterne', { formKey: form.key })

/** Orders one service; gives the reference of the request that deals with it. */
async function order(call: Call, key: string): Promise<string> {
  await run(putInCart, call, { key })
  const { round, once, monthly } = await run(readCart, call, {})
  return (await run(placeOrder, call, { round, once: once.cents, monthly: monthly.cents })).request ?? ''
}

async function deliver(reference: string) {
  await run(changeState, agent, { reference, state: 'solved' })
  await theke.drain()
}

describe('guided help that ends with a service', () => {
  const begin = (call: Call, key: string, values: Record<string, string> = {}) =>
    theke.runner.inCtx(call, async (ctx) => serviceTarget.begin?.(ctx, key, values))

  it('offers those that the reader sees, and finds them by key', async () => {
    const ann = await b.person('Ann')
    await theke.runner.inCtx(ann, async (ctx) => {
      expect(await serviceTarget.choices(ctx)).toContainEqual({ key: bike.key, title: 'Rad' })
      expect(await serviceTarget.find(ctx, bike.key)).toEqual({ title: 'Rad', path: `/services/${bike.key}` })
      expect(await serviceTarget.find(ctx, 'nothing')).toBeNull()
    })
  })

  it('goes to the order with everything filled in', async () => {
    const ann = await b.person('Ann')
    const path = await begin(ann, lamp.key, { kind: 'dark', unknown: 'x' })
    expect(path).toMatch(new RegExp(`^/services/${lamp.key}/order\\?draft=`))
    const draft = path?.split('draft=')[1] ?? ''
    const { rows, isComplete } = await run(readFilledIn, ann, { draft })
    expect(isComplete).toBe(true)
    expect(rows.map((row) => row.text)).toContain('Sie ist dunkel')
  })

  it('asks for what is missing, with the rest filled in', async () => {
    const ann = await b.person('Ann')
    expect(await begin(ann, lamp.key, { kind: 'broken' })).toMatch(/^\/fill\//)
    expect(await begin(ann, bike.key)).toBe(`/services/${bike.key}/order`)
    expect(await begin(b.visitor(), lamp.key)).toBe(`/services/${lamp.key}`)
  })
})

describe('asked what I have', () => {
  const ask = async (call: Call, q: string) => (await run(askOwn, call, { q })).answer

  it('says what it costs a month, in three languages', async () => {
    const ann = await b.person('Ann')
    await deliver(await order(ann, bike.key))
    expect(await ask(ann, 'Was kosten mich meine Leistungen im Monat?')).toMatchObject({
      name: 'catalogue.myServices',
      figure: '69,00\u00a0€',
      text: 'Sie haben eine laufende Leistung. Sie kostet 69,00\u00a0€ im Monat.',
      url: '/de/my-services',
      items: [{ title: 'Rad' }],
    })
    expect(await ask({ ...ann, lang: 'en' }, 'Which services do I have?')).toMatchObject({ figure: '€69.00' })
    expect(await ask({ ...ann, lang: 'el' }, 'Ποιες υπηρεσίες έχω;')).toMatchObject({ url: '/el/my-services' })
  })

  it('says so when it is nothing, and nothing to visitors', async () => {
    expect(await ask(await b.person('Otto'), 'Welche Leistungen habe ich?')).toMatchObject({ items: [] })
    expect(await ask(b.visitor(), 'Welche Leistungen habe ich?')).toBeNull()
  })
})

describe('beside a request at the desk', () => {
  it('stands what the person has, how it works for them, and what they ordered', async () => {
    const audienceId = await b.audience('riders')
    const ann = await b.person('Ann')
    const reference = await order(ann, bike.key)
    await deliver(reference)
    const panel = async () =>
      (await run(readContext, agent, { reference })).panels.find((one) => one.key === 'catalogue')
    expect((await panel())?.links).toMatchObject([
      { label: 'Es geht um: Rad', hint: 'Funktioniert', path: `/services/${bike.key}`, tone: 'good' },
      { hint: 'Erledigt', path: `/desk/${reference}`, tone: 'good' },
    ])
    const announced = { kind: 'down' as const, titles: { de: 'Platt' }, texts: {}, services: [bike.id] }
    await run(saveAnnouncement, b.keeper, { ...announced, audienceId } as never)
    expect((await panel())?.links[0]).toMatchObject({ tone: 'good' })
    await run(saveAnnouncement, b.keeper, announced as never)
    expect((await panel())?.links[0]).toMatchObject({ tone: 'bad' })
  })

  it('stands nothing for somebody who has and ordered nothing', async () => {
    const ann = await b.person('Ann')
    const reference = await order(ann, bike.key)
    await theke.db
      .updateTable('requests')
      .set({ requester_id: null, service_key: null })
      .where('requester_id', '=', ann.actor.personId)
      .execute()
    expect((await run(readContext, agent, { reference })).panels).toEqual([])
  })
})
