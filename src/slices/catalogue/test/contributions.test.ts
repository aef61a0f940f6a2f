import { describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { bySystem, openTheke } from '../../../test/theke.ts'
import { askOwn } from '../../answers/operations/ask-own.ts'
import { readDraft } from '../../forms/operations/read-draft.ts'
import { builders as formBuilders } from '../../forms/test/builders.ts'
import { changeState } from '../../requests/desk/operations/change-state.ts'
import { readContext } from '../../requests/desk/operations/read-context.ts'
import { listProcessChoices } from '../../requests/index.ts'
import { activateService } from '../activate-service.ts'
import { serviceTarget } from '../flow-target.ts'
import { cancelHeld } from '../operations/cancel-held.ts'
import { fillIn, readFilledIn } from '../operations/fill-in.ts'
import { listHeld } from '../operations/list-held.ts'
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
    theke.runner.inCtx(call, async (ctx) =>
      serviceTarget.begin?.(ctx, key, { texts: values, kept: values, from: 'journey:x' }),
    )

  it('offers those that the reader sees, and finds them by key', async () => {
    const ann = await b.person('Ann')
    await theke.runner.inCtx(ann, async (ctx) => {
      expect(await serviceTarget.choices(ctx)).toContainEqual({ key: bike.key, title: 'Rad' })
      expect(await serviceTarget.find(ctx, bike.key)).toEqual({
        ...{ title: 'Rad', path: `/services/${bike.key}`, signIn: false },
      })
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
  })

  it('keeps what a visitor answered until they have signed in', async () => {
    const path = (await begin(b.visitor(), lamp.key, { kind: 'broken' })) ?? ''
    expect(path).toMatch(new RegExp(`^/services/${lamp.key}/order\\?draft=`))
    const draft = path.split('draft=')[1] ?? ''
    const ann = await b.person('Ann')
    expect(await run(readFilledIn, ann, { draft })).toMatchObject({ isComplete: false })
    const { address } = await run(fillIn, ann, { key: lamp.key, draft })
    const { answers } = await run(readDraft, ann, { address })
    // With what the profile says besides.
    expect(answers).toEqual({ kind: 'broken', name: 'Ann' })
    await expect(run(readDraft, await b.person('Otto'), { address })).rejects.toMatchObject({ code: 'not_found' })
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

describe('a plan that activates a service', () => {
  const plan = (...services: string[]) => ({
    stages: services.map((service, n) => ({
      work: [
        { kind: 'effect', key: `step-${n}`, title: { de: 'Los' }, effect: 'catalogue.activate', input: { service } },
      ],
    })),
  })
  const keysOf = async (call: Call) => (await run(listHeld, call, {})).items.map((one) => one.key)

  it('gives the ordered one and others with it to whom it is for, once however often it runs', async () => {
    const pass = await b.service('Ausweis', { fulfilment: plan('', bike.key) })
    const ann = await b.person('Ann')
    const reference = await order(ann, pass.key)
    await theke.drain()
    expect(await keysOf(ann)).toEqual([bike.key, pass.key])
    const { id } = await theke.db
      .selectFrom('requests')
      .select('id')
      .where('state', '=', 'solved')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const { id: itemKey } = await theke.db
      .selectFrom('order_items')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const cause = { requestId: id, itemKey, requesterId: ann.actor.personId, beneficiaryId: null, answers: {} }
    await theke.runner.inCtx(bySystem, async (ctx) => {
      await activateService.run(ctx, cause, { service: '' })
      await activateService.run(ctx, cause, { service: bike.key })
      await expect(activateService.run(ctx, cause, { service: 'gone' })).rejects.toMatchObject({
        reason: 'catalogue.service_gone',
      })
      await expect(activateService.run(ctx, { ...cause, itemKey: 'other' }, { service: '' })).rejects.toMatchObject({
        reason: 'catalogue.nothing_ordered',
      })
      await expect(activateService.run(ctx, { ...cause, requesterId: null }, { service: '' })).rejects.toMatchObject({
        reason: 'catalogue.beneficiary_gone',
      })
    })
    expect(await keysOf(ann)).toHaveLength(2)
    expect(reference).toMatch(/^R-/)
  })

  it('ends with what came with it and the role that it brought, when it is cancelled', async () => {
    const { id: roleId } = await theke.db
      .insertInto('roles')
      .values({ key: 'readers', names: JSON.stringify({ de: 'Leserinnen' }), words: '{}' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const role = { kind: 'effect', key: 'role', title: { de: 'Rolle' }, effect: 'identity.giveRole' }
    const { stages } = plan(bike.key)
    const card = await b.service('Karte', {
      isHeld: true,
      fulfilment: { stages: [...stages, { work: [{ ...role, input: { role: 'readers' } }] }] },
    })
    const ann = await b.person('Ann')
    await order(ann, card.key)
    await theke.drain()
    const isReader = async () =>
      (await theke.db.selectFrom('person_roles').select('role_id').where('role_id', '=', roleId).execute()).length === 1
    expect(await keysOf(ann)).toEqual(expect.arrayContaining([bike.key, card.key]))
    expect(await isReader()).toBe(true)

    const held = (await run(listHeld, ann, {})).items.find((one) => one.key === card.key)
    const endsOn = Temporal.Now.plainDateISO('UTC').toString()
    await run(cancelHeld, ann, { id: held?.id ?? '', endsOn })
    await theke.drain()
    expect((await run(listHeld, ann, {})).items.map((one) => one.state)).toEqual(['ended', 'ended'])
    expect(await isReader()).toBe(false)
  })

  it('can be chosen where plans are edited', async () => {
    const { effects } = await run(listProcessChoices, b.keeper, {})
    const [field] = effects.find((one) => one.name === 'catalogue.activate')?.fields ?? []
    expect(field?.choices).toContainEqual({ value: bike.key, label: 'Rad' })
    expect(field?.choices?.[0]?.value).toBe('')
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
