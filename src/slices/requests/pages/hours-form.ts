import { WEEKDAYS } from '../../../kernel/business-hours.ts'
import type { Fields } from '../../../ui/page.ts'

/** Spans a day that the form offers: before and after a break. */
export const SPANS = 2
const MOST_CLOSED_DAYS = 200

/** Reads the form of hours into what the operation takes; rows that nobody filled in are left out. */
export function counterInput(fields: Fields, lang: string) {
  const titles = (['de', 'en', 'el'] as const).map((one) => [one, fields.get(`title.${one}`).trim()] as const)
  return {
    title: Object.fromEntries(titles.filter(([, title]) => title !== '')),
    telephone: fields.get('telephone'),
    email: fields.get('email'),
    promise: fields.get('promise'),
    timeZone: fields.get('timeZone').trim(),
    holidays: fields.get('holidays').trim().toUpperCase(),
    week: Object.fromEntries(WEEKDAYS.map((day) => [day, spansOf(fields, day)])),
    closed: closedOf(fields, lang),
  }
}

function spansOf(fields: Fields, day: string) {
  return Array.from({ length: SPANS }, (_, n) => {
    const from = fields.get(`week.${day}.${n}.from`)
    const to = fields.get(`week.${day}.${n}.to`)
    // Midnight as an end is the end of the day.
    return { from, to: to === '00:00' ? '24:00' : to }
  }).filter((span) => span.from !== '' || span.to !== '')
}

function closedOf(fields: Fields, lang: string) {
  const rows = []
  for (let n = 0; n < MOST_CLOSED_DAYS && fields.has(`closed.${n}.date`); n++) {
    const date = fields.get(`closed.${n}.date`)
    if (date === '') continue
    const reason = fields.get(`closed.${n}.reason`).trim()
    const from = fields.get(`closed.${n}.from`)
    rows.push({
      date,
      ...(from ? { from } : {}),
      reason: { ...knownReasons(fields.get(`closed.${n}.known`)), ...(reason ? { [lang]: reason } : {}) },
    })
  }
  return rows
}

/** Reasons in the other languages, which this form does not show. */
function knownReasons(text: string): Record<string, string> {
  try {
    const known: unknown = JSON.parse(text || '{}')
    return typeof known === 'object' && known !== null ? (known as Record<string, string>) : {}
  } catch {
    return {}
  }
}
