import { formatMoney, type Money } from '../kernel/money.ts'

/** Dates, numbers and amounts in the reader's language and the installation's time zone. */
export interface Formats {
  /** `Mittwoch, 25. November 2026` */
  day(at: Date | string): string
  /** `25. Nov. 2026` */
  dayShort(at: Date | string): string
  /** `Mittwoch, 25. November 2026 um 18:42` */
  moment(at: Date | string): string
  /** `18:42` */
  time(at: Date | string): string
  /** Hour of the day, 0 to 23. */
  hour(at: Date | string): number
  /** `Mittwoch` */
  weekday(at: Date | string): string
  /** `vor 3 Tagen` */
  ago(at: Date | string, now?: Date): string
  number(value: number): string
  percent(share: number): string
  money(amount: Money): string
  /** `1,2 MB` */
  bytes(size: number): string
}

const cache = new Map<string, Formats>()

/** Formats of a language; made once per language and time zone (`Intl` objects are dear). */
export function formatsOf(lang: string, timeZone: string): Formats {
  const key = `${lang} ${timeZone}`
  let formats = cache.get(key)
  if (!formats) {
    formats = createFormats(lang, timeZone)
    cache.set(key, formats)
  }
  return formats
}

function createFormats(lang: string, timeZone: string): Formats {
  const locale = lang === 'en' ? 'en-GB' : lang
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (at: Date | string) => format.format(typeof at === 'string' ? new Date(at) : at)
  }
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const number = new Intl.NumberFormat(locale)
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return {
    day: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayShort: date({ day: 'numeric', month: 'short', year: 'numeric' }),
    moment: date({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    time: date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: date({ weekday: 'long' }),
    hour: (at) => Number(hour.format(new Date(at))),
    ago: (at, now = new Date()) => ago(relative, new Date(at), now),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (amount) => formatMoney(amount, locale),
    bytes: (size) => bytes(oneDigit, size),
  }
}

function ago(relative: Intl.RelativeTimeFormat, at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ]
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit)
  return relative.format(0, 'minute')
}

function bytes(format: Intl.NumberFormat, size: number): string {
  if (size < 1000) return `${size} B`
  if (size < 1_000_000) return `${format.format(size / 1000)} kB`
  return `${format.format(size / 1_000_000)} MB`
}
