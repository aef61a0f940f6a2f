import type { IsHoliday } from '../../kernel/business-hours.ts'

const calendars = new Map<string, Promise<(day: string, lang: string) => string | null>>()

/** Names of public holidays of a region (`DE-BY`) by day and language. The calendar is large and loaded at the first use. */
export function holidaysOf(region: string): Promise<(day: string, lang: string) => string | null> {
  let calendar = calendars.get(region)
  if (!calendar) {
    calendar = load(region)
    calendars.set(region, calendar)
  }
  return calendar
}

/** The same, asked only whether it is one. */
export async function isHolidayIn(region: string): Promise<IsHoliday> {
  const nameOf = await holidaysOf(region)
  return (day) => nameOf(day, 'en') !== null
}

/** Whether the calendar knows a region. */
export async function isRegion(region: string): Promise<boolean> {
  if (region === '') return true
  const { default: Holidays } = await import('date-holidays')
  const [country = '', state, part] = region.split('-')
  const known = new Holidays()
  if (!(country in (known.getCountries() ?? {}))) return false
  if (state && !(state in (known.getStates(country) ?? {}))) return false
  return !part || part in (known.getRegions(country, state as string) ?? {})
}

async function load(region: string) {
  if (region === '') return () => null
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(...(region.split('-') as [string]))
  const years = new Map<string, Map<string, string>>()

  function namesOf(year: string, lang: string) {
    const key = `${year} ${lang}`
    let names = years.get(key)
    if (!names) {
      const days = calendar.getHolidays(Number(year), lang).filter((holiday) => holiday.type === 'public')
      names = new Map(days.flatMap((holiday) => daysOf(holiday.date, holiday.end, holiday.start, holiday.name)))
      years.set(key, names)
    }
    return names
  }

  return (day: string, lang: string) => namesOf(day.slice(0, 4), lang).get(day) ?? null
}

/** A holiday may last several days. */
function daysOf(date: string, end: Date, start: Date, name: string): [string, string][] {
  const first = Temporal.PlainDate.from(date.slice(0, 10))
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
  return Array.from({ length: days }, (_, index) => [first.add({ days: index }).toString(), name])
}
