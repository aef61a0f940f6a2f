import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isOpen } from '../../../../kernel/business-hours.ts'
import { openTheke } from '../../../../test/theke.ts'
import { listQueue } from '../../desk/operations/list-queue.ts'
import { read } from '../../operations/read.ts'
import { builders, COUNTER } from '../../test/builders.ts'
import { askCallback } from '../operations/ask-callback.ts'
import { listSlots } from '../operations/list-slots.ts'
import { phoneNumberOf } from '../phone-number.ts'
import { slotsFrom } from '../slots.ts'

const now = new Date('2026-11-20T15:10:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  await build.hours()
})
beforeEach(async () => {
  await theke.db.deleteFrom('request_entries').execute()
  await theke.db.deleteFrom('requests').execute()
})

describe('a call', () => {
  const wish = { number: '089 / 123 45 67', subject: 'Frage zum Abschlag' }
  const slots = async () => (await theke.runner.run(listSlots, build.visitor(), {})).days

  test('is offered while people are there, half an hour from now at the earliest', async () => {
    const days = await slots()
    expect(days.map((one) => one.day)).toEqual(['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
    expect(days[0]?.slots).toEqual(['2026-11-20T16:00:00.000Z', '2026-11-20T16:30:00.000Z'])
  })

  test('is agreed, shown to who asked, and due at the desk then', async () => {
    const at = '2026-11-23T08:30:00.000Z'
    const { link } = await theke.runner.run(askCallback, build.visitor(), { at, ...wish })
    const seen = await theke.runner.run(read, build.visitor(), { request: link })
    expect(seen).toMatchObject({ callback: { at, number: '+49891234567' }, promise: { kind: 'callback', at } })
    const agent = await build.person('Tobias', ['requests.work'])
    const { items } = await theke.runner.run(listQueue, agent, {})
    expect(items[0]).toMatchObject({ promisedAt: at, type: 'callback' })
  })

  test('is not given away more often than people can keep, not even at once', async () => {
    const at = '2026-11-23T08:00:00.000Z'
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => theke.runner.run(askCallback, build.visitor(), { at, ...wish })),
    )
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(2)
    expect((await slots()).find((one) => one.day === '2026-11-23')?.slots).not.toContain(at)
  })

  test.each([
    ['at night', { at: '2026-11-23T02:00:00.000Z' }, 'at'],
    ['between two half hours', { at: '2026-11-23T08:10:00.000Z' }, 'at'],
    ['without an area code', { number: '1234567' }, 'number'],
    ['with words for a number', { number: 'ruf mich an' }, 'number'],
  ])('is refused %s', async (_, input, field) => {
    await expect(
      theke.runner.run(askCallback, build.visitor(), { at: '2026-11-23T08:00:00.000Z', ...wish, ...input }),
    ).rejects.toMatchObject({ issues: [{ path: [field] }] })
  })
})

test('slots lie within opening hours, in any season', () => {
  const time = { hours: COUNTER, isHoliday: (day: string) => day.endsWith('-25') }
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }), (ms) => {
      for (const { slots } of slotsFrom(time, new Date(ms)))
        for (const slot of slots) expect(slot.getTime() > ms && isOpen(COUNTER, time.isHoliday, slot)).toBe(true)
    }),
  )
})

test.each([
  ['089 1234567', 'DE', '+49891234567'],
  ['+49 (0)89 / 123-4567', 'DE', '+49891234567'],
  ['0049 89 1234567', 'GR', '+49891234567'],
  ['210 123 4567', 'GR', '+302101234567'],
  ['+30 210 1234567', 'DE', '+302101234567'],
  ['(089) 1234567', 'DE', '+49891234567'],
  ['1234567', 'DE', null],
  ['0123', 'DE', null],
  ['+49 123', 'DE', null],
  ['+0 123456789', 'DE', null],
  ['089 12a4567', 'DE', null],
  ['089 1234567', '', null],
])('the number %s typed in %s is %s', (typed, country, expected) => {
  expect(phoneNumberOf(typed, country)).toBe(expected)
})
