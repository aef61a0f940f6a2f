import { beforeAll, describe, expect, it } from 'vitest'
import { callBy, openTheke } from '../../../../test/theke.ts'
import { costCentreOwner, managerOf } from '../index.ts'
import { listCostCentres } from '../operations/list-cost-centres.ts'
import { readReporting } from '../operations/read-reporting.ts'
import { changeCostCentre, createCostCentre, deleteCostCentre } from '../operations/save-cost-centre.ts'
import { setReporting } from '../operations/set-reporting.ts'

const theke = await openTheke()
const run = theke.runner.run
type Person = { id: string; email: string }
let keeper: ReturnType<typeof callBy>
let worker: Person
let lead: Person
let head: Person

async function person(name: string): Promise<Person> {
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`
  const { id } = await theke.db
    .insertInto('persons')
    .values({ name, email, language: 'de' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, email }
}

beforeAll(async () => {
  const { id, email } = await person('Verwaltung')
  keeper = callBy({ personId: id, name: 'Verwaltung', email, permissions: new Set(['identity.manage']) }, 'de')
  worker = await person('Okafor')
  lead = await person('Steiner')
  head = await person('Auer')
})

const inCtx = <T>(work: Parameters<typeof theke.runner.inCtx<T>>[1]) => theke.runner.inCtx(keeper, work)
const names = { de: 'Netz' }
const key = () => `N-${crypto.randomUUID().slice(0, 8)}`

describe('who reports to whom', () => {
  it('is set by address, read again, and taken away', async () => {
    await run(setReporting, keeper, { id: worker.id, manager: lead.email.toUpperCase() })
    expect((await run(readReporting, keeper, { id: worker.id })).manager).toMatchObject({
      id: lead.id,
      name: 'Steiner',
    })
    expect(await inCtx((ctx) => managerOf(ctx, worker.id))).toBe(lead.id)
    await run(setReporting, keeper, { id: worker.id })
    expect(await run(readReporting, keeper, { id: worker.id })).toEqual({ manager: null, costCentreId: null })
  })

  it('never goes round in a circle, however long', async () => {
    await run(setReporting, keeper, { id: worker.id, manager: lead.email })
    await run(setReporting, keeper, { id: lead.id, manager: head.email })
    for (const below of [worker, lead])
      await expect(run(setReporting, keeper, { id: head.id, manager: below.email })).rejects.toMatchObject({
        code: 'invalid',
        issues: [{ path: ['manager'] }],
      })
    await expect(run(setReporting, keeper, { id: head.id, manager: head.email })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('knows nobody with another address, and no cost centre that there is not', async () => {
    await expect(run(setReporting, keeper, { id: worker.id, manager: 'nobody@example.org' })).rejects.toMatchObject({
      issues: [{ path: ['manager'] }],
    })
    await expect(run(setReporting, keeper, { id: worker.id, costCentreId: crypto.randomUUID() })).rejects.toMatchObject(
      { issues: [{ path: ['costCentreId'] }] },
    )
    await expect(run(setReporting, keeper, { id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is nobody else’s business', async () => {
    const call = callBy({ personId: worker.id, name: 'Okafor', email: worker.email }, 'de')
    for (const attempt of [
      () => run(readReporting, call, { id: worker.id }),
      () => run(setReporting, call, { id: worker.id, manager: lead.email }),
      () => run(listCostCentres, call, {}),
      () => run(createCostCentre, call, { key: key(), names }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('cost centres', () => {
  it('have an owner who answers for what people on them cost', async () => {
    const { id } = await run(createCostCentre, keeper, { key: key(), names, owner: head.email })
    await run(setReporting, keeper, { id: worker.id, costCentreId: id })
    expect(await inCtx((ctx) => costCentreOwner(ctx, worker.id))).toBe(head.id)
    const listed = (await run(listCostCentres, keeper, {})).items.find((one) => one.id === id)
    expect(listed).toMatchObject({ name: 'Netz', owner: { id: head.id }, people: 1 })
  })

  it('are renamed, and given to somebody else or nobody', async () => {
    const before = key()
    const { id } = await run(createCostCentre, keeper, { key: before, names, owner: head.email })
    await run(changeCostCentre, keeper, { id, key: before, names: { de: 'Messung' } })
    const listed = (await run(listCostCentres, keeper, {})).items.find((one) => one.id === id)
    expect(listed).toMatchObject({ name: 'Messung', owner: null })
  })

  it('have keys of their own', async () => {
    const taken = key()
    await run(createCostCentre, keeper, { key: taken, names })
    const { id } = await run(createCostCentre, keeper, { key: key(), names })
    for (const attempt of [
      () => run(createCostCentre, keeper, { key: taken, names }),
      () => run(changeCostCentre, keeper, { id, key: taken, names }),
      () => run(createCostCentre, keeper, { key: 'has spaces', names }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['key'] }] })
  })

  it('leave whoever booked on them without one when they are deleted', async () => {
    const { id } = await run(createCostCentre, keeper, { key: key(), names, owner: head.email })
    await run(setReporting, keeper, { id: worker.id, costCentreId: id })
    await run(deleteCostCentre, keeper, { id })
    expect((await run(readReporting, keeper, { id: worker.id })).costCentreId).toBeNull()
    await expect(run(deleteCostCentre, keeper, { id })).rejects.toMatchObject({ code: 'not_found' })
  })
})
