import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBusinessMinutes, BusinessHours, isOpen, nextOpening, openingAt, WEEKDAYS } from '../business-hours.ts'

const WORKDAYS = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [{ from: '08:00', to: '18:00' }]]))
const BERLIN: BusinessHours = { timeZone: 'Europe/Berlin', week: WORKDAYS, holidays: '', closed: [] }
const never = () => false
const at = (text: string) => new Date(text)

describe('business hours', () => {
  test.each([
    ['in the middle of a working day', '2026-11-18T12:00:00+01:00', true],
    ['at the first moment', '2026-11-18T08:00:00+01:00', true],
    ['a moment before', '2026-11-18T07:59:59.999+01:00', false],
    ['at the end', '2026-11-18T18:00:00+01:00', false],
    ['on a Saturday', '2026-11-21T12:00:00+01:00', false],
    ['in summer time', '2026-07-15T06:00:00Z', true],
    ['in winter time at the same moment of UTC', '2026-11-18T06:00:00Z', false],
  ])('%s', (_, moment, open) => {
    expect(isOpen(BERLIN, never, at(moment))).toBe(open)
  })

  test('after Friday evening comes Monday morning', () => {
    expect(nextOpening(BERLIN, never, at('2026-11-20T19:00:00+01:00'))?.from).toEqual(at('2026-11-23T08:00:00+01:00'))
  })

  test('a public holiday is passed over', () => {
    const christmas = (day: string) => day === '2026-12-25'
    expect(nextOpening(BERLIN, christmas, at('2026-12-24T19:00:00+01:00'))?.from).toEqual(
      at('2026-12-28T08:00:00+01:00'),
    )
  })

  test('a closed afternoon ends the day earlier', () => {
    const hours = { ...BERLIN, closed: [{ date: '2026-12-08', from: '12:00' }] }
    expect(openingAt(hours, never, at('2026-12-08T10:00:00+01:00'))?.to).toEqual(at('2026-12-08T12:00:00+01:00'))
    expect(isOpen(hours, never, at('2026-12-08T13:00:00+01:00'))).toBe(false)
  })

  test('ten hours from Friday afternoon end on Monday', () => {
    expect(addBusinessMinutes(BERLIN, never, at('2026-11-20T16:00:00+01:00'), 600)).toEqual(
      at('2026-11-23T16:00:00+01:00'),
    )
  })

  test('the night in which the clocks go forward is an hour shorter', () => {
    const night = { ...BERLIN, week: { sunday: [{ from: '00:00', to: '06:00' }] } }
    expect(addBusinessMinutes(night, never, at('2026-03-29T00:00:00+01:00'), 300)).toEqual(
      at('2026-03-29T06:00:00+02:00'),
    )
  })

  test('an hour that the clocks skip is no opening', () => {
    const skipped = { ...BERLIN, week: { sunday: [{ from: '02:00', to: '03:00' }] } }
    expect(nextOpening(skipped, never, at('2026-03-28T12:00:00+01:00'))?.from).toEqual(at('2026-04-05T02:00:00+02:00'))
  })

  test('nobody is ever there when no hours are set', () => {
    const none = { ...BERLIN, week: {} }
    expect(nextOpening(none, never, at('2026-11-20T16:00:00Z'))).toBeNull()
    expect(addBusinessMinutes(none, never, at('2026-11-20T16:00:00Z'), 1)).toBeNull()
  })

  test.each([
    ['an end before the beginning', { week: { monday: [{ from: '18:00', to: '08:00' }] } }],
    ['a time that is none', { week: { monday: [{ from: '8', to: '18:00' }] } }],
    ['a time zone that is none', { timeZone: 'Europe/Lindau' }],
  ])('%s is refused', (_, change) => {
    expect(BusinessHours.safeParse({ ...BERLIN, ...change }).success).toBe(false)
  })
})

/** Hours of any shape, in zones that change their clocks at different dates, by an hour or half an hour, or never. */
const anyHours: fc.Arbitrary<BusinessHours> = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
  week: fc
    .array(fc.array(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 })), { maxLength: 3 }), {
      minLength: 7,
      maxLength: 7,
    })
    .map((days) =>
      Object.fromEntries(
        days.map((spans, index) => [
          WEEKDAYS[index],
          spans.filter(([a, b]) => a < b).map(([a, b]) => ({ from: clock(a), to: clock(b) })),
        ]),
      ),
    ),
  holidays: fc.constant(''),
  closed: fc.array(
    fc.record({
      date: fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01'),
      from: fc.integer({ min: 0, max: 95 }).map(clock),
    }),
    { maxLength: 2 },
  ),
})
/** Around the days on which clocks change somewhere. */
const anyMoment = fc
  .tuple(
    fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31'),
    fc.integer({ min: 0, max: 4 * 24 * 60 }),
  )
  .map(([day, minutes]) => new Date(new Date(`${day}T00:00:00Z`).getTime() + minutes * 60_000))
const someHoliday = (day: string) => day === '2026-03-30' || day === '2026-10-26'

describe('business hours of any shape', () => {
  test('being open is what the clock on the wall says', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (hours, moment) => {
        fc.pre(!comesTwice(hours, moment))
        expect(isOpen(hours, someHoliday, moment)).toBe(isOpenByTheClock(hours, moment))
      }),
      { numRuns: 1000 },
    )
  })

  test('the next opening begins after now, and nothing that begins to be open lies before it', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (hours, moment) => {
        const next = nextOpening(hours, someHoliday, moment)
        if (!next) return
        expect(next.from > moment && isOpen(hours, someHoliday, next.from)).toBe(true)
        for (
          let t = moment.getTime() + 900_000;
          t < Math.min(next.from.getTime(), moment.getTime() + 2 * 86_400_000);
          t += 900_000
        )
          if (isOpen(hours, someHoliday, new Date(t)))
            expect(openingAt(hours, someHoliday, new Date(t))?.from.getTime()).toBeLessThanOrEqual(moment.getTime())
      }),
      { numRuns: 150 },
    )
  })

  test('minutes add up: first some, then more, is all at once', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyMoment,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        (hours, moment, some, more) => {
          const once = addBusinessMinutes(hours, someHoliday, moment, some + more)
          const first = addBusinessMinutes(hours, someHoliday, moment, some)
          if (once && first) expect(addBusinessMinutes(hours, someHoliday, first, more)).toEqual(once)
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** A second, plain way to say it: read the local clock and compare texts. */
function isOpenByTheClock(hours: BusinessHours, moment: Date): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(hours.timeZone)
  const day = local.toPlainDate().toString()
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  if (someHoliday(day) || hours.closed.some((one) => one.date === day && (one.from ?? '00:00') <= time)) return false
  return (hours.week[WEEKDAYS[local.dayOfWeek - 1] as (typeof WEEKDAYS)[number]] ?? []).some(
    (span) => span.from <= time && time < span.to,
  )
}

/** A local time that the clocks show twice: of these the rules take the first one. */
function comesTwice({ timeZone }: BusinessHours, moment: Date): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime()
  const [earlier, later] = (['earlier', 'later'] as const).map(
    (disambiguation) => local.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  )
  return earlier !== later
}

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}
