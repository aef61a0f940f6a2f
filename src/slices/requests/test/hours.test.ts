import { beforeAll, describe, expect, test } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { readHours } from '../operations/read-hours.ts'
import { setHours } from '../operations/set-hours.ts'
import { whenBack } from '../operations/when-back.ts'
import { builders, COUNTER } from './builders.ts'

let now = new Date('2026-11-20T15:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let renate: Call

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  renate = await build.person('Renate', ['platform.manage'])
})

const ask = (moment: string, lang: 'de' | 'en' | 'el' = 'de') => {
  now = new Date(moment)
  return theke.runner.run(whenBack, build.visitor(lang), {})
}

test('nothing is promised before hours are set', async () => {
  expect(await ask('2026-11-20T15:00:00Z')).toMatchObject({ known: false, open: false, promiseHours: null })
})

describe('once hours are set', () => {
  beforeAll(async () => {
    await theke.runner.run(setHours, renate, { portal: 'customers', ...COUNTER })
  })

  test('people are there until the evening', async () => {
    expect(await ask('2026-11-20T15:00:00Z')).toMatchObject({
      open: true,
      closesAt: '2026-11-20T17:00:00.000Z',
      opensAt: null,
    })
  })

  test('after that they are back on Monday', async () => {
    expect(await ask('2026-11-20T18:00:00Z')).toMatchObject({
      open: false,
      opensAt: '2026-11-23T07:00:00.000Z',
      holiday: null,
    })
  })

  test('a public holiday is named in the reader’s language', async () => {
    expect(await ask('2027-01-06T10:00:00Z')).toMatchObject({ open: false, holiday: 'Heilige Drei Könige' })
    expect(await ask('2027-01-06T10:00:00Z', 'en')).toMatchObject({ holiday: 'Epiphany' })
  })

  test('hours are read back for editing', async () => {
    expect(await theke.runner.run(readHours, renate, { portal: 'customers' })).toMatchObject({ hours: { promise: 10 } })
    expect(await theke.runner.run(readHours, renate, { portal: 'employees' })).toMatchObject({ hours: null })
  })

  test.each([
    ['a region that no calendar knows', { holidays: 'XX-YY' }, 'holidays'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['hours that end before they begin', { week: { monday: [{ from: '18:00', to: '08:00' }] } }, 'week'],
  ])('refuses %s', async (_, change, field) => {
    const attempt = theke.runner.run(setHours, renate, { portal: 'customers', ...COUNTER, ...change })
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: expect.arrayContaining([field]) }],
    })
  })

  test('only administrators set them', async () => {
    const attempt = theke.runner.run(setHours, await build.person('Ben'), { portal: 'customers', ...COUNTER })
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  })
})
