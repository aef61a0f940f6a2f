import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessMinutes,
  type BusinessHours,
  businessMinutesBetween,
  isOpen,
} from '../../../../kernel/business-hours.ts'
import { afterPause, minutesOfPause, promisesFrom, type ServiceTime } from '../../promise.ts'

/** Two spans a day, one across midday; Sunday's night shift meets the change of clocks. */
const WEEK: BusinessHours['week'] = {
  monday: [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:30' },
  ],
  tuesday: [{ from: '08:00', to: '18:00' }],
  thursday: [{ from: '10:00', to: '24:00' }],
  friday: [{ from: '00:00', to: '13:00' }],
  sunday: [{ from: '00:30', to: '05:00' }],
}
const HOLIDAYS = new Set(['2026-12-25', '2027-01-01', '2027-03-29', '2026-10-26', '2026-05-14'])
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']

const times = ZONES.map(
  (timeZone): ServiceTime => ({
    hours: {
      timeZone,
      week: WEEK,
      holidays: '',
      closed: [{ date: '2026-11-24' }, { date: '2026-12-24', from: '12:00' }],
    },
    isHoliday: (day) => HOLIDAYS.has(day),
  }),
)
const time = fc.constantFrom(...times)
/** Around both changes of clocks, and between. */
const moment = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2027, 3, 30) }).map((ms) => new Date(ms))
const minutes = fc.integer({ min: 1, max: 6000 })

const endOf = ({ hours, isHoliday }: ServiceTime, at: Date, many: number) =>
  addBusinessMinutes(hours, isHoliday, at, many) as Date
const between = ({ hours, isHoliday }: ServiceTime, from: Date, to: Date) =>
  businessMinutesBetween(hours, isHoliday, from, to)

describe('promises in business hours, in three time zones, over weekends, holidays and changes of clocks', () => {
  test('a promise ends when people are there, or at the moment they leave', () => {
    fc.assert(
      fc.property(time, moment, minutes, (one, at, many) => {
        const end = endOf(one, at, many)
        expect(end > at).toBe(true)
        expect(isOpen(one.hours, one.isHoliday, new Date(end.getTime() - 1))).toBe(true)
      }),
    )
  })

  test('as many minutes of business lie between beginning and end as were promised', () => {
    fc.assert(
      fc.property(time, moment, minutes, (one, at, many) => {
        expect(between(one, at, endOf(one, at, many))).toBe(many)
      }),
    )
  })

  test('in two steps it ends where it ends in one', () => {
    fc.assert(
      fc.property(time, moment, minutes, minutes, (one, at, first, second) => {
        expect(endOf(one, endOf(one, at, first), second)).toEqual(endOf(one, at, first + second))
      }),
    )
  })

  test('more minutes never end earlier, and a later beginning never does', () => {
    fc.assert(
      fc.property(time, moment, minutes, minutes, (one, at, many, more) => {
        expect(endOf(one, at, many + more) > endOf(one, at, many)).toBe(true)
        expect(endOf(one, new Date(at.getTime() + more * 60_000), many) >= endOf(one, at, many)).toBe(true)
      }),
    )
  })

  test('a pause moves a promise by its minutes of business, and never makes good what was late', () => {
    fc.assert(
      fc.property(time, moment, minutes, minutes, minutes, (one, at, many, untilPause, length) => {
        const promised = endOf(one, at, many)
        const pausedAt = new Date(at.getTime() + untilPause * 60_000)
        const resumedAt = new Date(pausedAt.getTime() + length * 60_000)
        const paused = minutesOfPause(one, pausedAt, resumedAt)
        const moved = afterPause(one, promised, pausedAt, paused)
        if (promised <= pausedAt) expect(moved).toEqual(promised)
        else expect(between(one, promised, moved)).toBe(paused)
      }),
    )
  })

  test('several pauses are one long one', () => {
    fc.assert(
      fc.property(time, moment, minutes, minutes, (one, at, first, second) => {
        const promised = endOf(one, at, 10_000)
        const twice = afterPause(one, afterPause(one, promised, at, first), at, second)
        expect(twice).toEqual(afterPause(one, promised, at, first + second))
      }),
    )
  })
})

describe('what is promised', () => {
  const at = new Date('2026-11-20T15:00:00Z')

  test('the answer first, then the solution', () => {
    const promises = promisesFrom(times[0] as ServiceTime, { answer: 60, solution: 600 }, at)
    expect(promises.promisedAt).toEqual(promises.firstResponseBy)
    expect(Number(promises.resolveBy)).toBeGreaterThan(Number(promises.firstResponseBy))
  })

  test('nothing where nobody has said when people are there', () => {
    expect(promisesFrom(null, { answer: 60, solution: 600 }, at)).toEqual({
      firstResponseBy: null,
      resolveBy: null,
      promisedAt: null,
    })
  })

  test('without hours a pause is as long as it is', () => {
    const later = new Date(at.getTime() + 90_000)
    expect(minutesOfPause(null, at, later)).toBe(2)
    expect(afterPause(null, later, at, 2)).toEqual(new Date(later.getTime() + 120_000))
  })
})
