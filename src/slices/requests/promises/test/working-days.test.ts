import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNTER } from '../../test/builders.ts'
import { workingDays } from '../working-days.ts'

const time = { hours: COUNTER, isHoliday: (day: string) => day === '2026-12-25' || day === '2027-01-01' }
const days = workingDays(time, COUNTER.timeZone, new Date('2026-11-27T23:30:00Z'))
const plain = workingDays(null, 'Europe/Berlin', new Date('2026-11-27T12:00:00Z'))
const friday = Temporal.PlainDate.from('2026-11-27')

describe('working days', () => {
  test('are those with openings, without weekends and holidays', () => {
    expect(days.after(friday, 0).toString()).toBe('2026-11-27')
    expect(days.after(friday, 1).toString()).toBe('2026-11-30')
    expect(days.after(Temporal.PlainDate.from('2026-12-23'), 2).toString()).toBe('2026-12-28')
    expect(plain.after(Temporal.PlainDate.from('2026-12-23'), 2).toString()).toBe('2026-12-25')
  })

  test('begin where the people are, not where the server is', () => {
    expect(days.today.toString()).toBe('2026-11-28')
  })

  test('between two days are as many as lead from one to the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 120 }), (later, count) => {
        const from = friday.add({ days: later })
        const to = days.after(from, count)
        expect(days.between(from, to)).toBe(count)
        expect(days.between(to, from)).toBe(-count || 0)
      }),
    )
  })
})
