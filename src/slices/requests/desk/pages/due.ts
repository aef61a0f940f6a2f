import type { PageCall } from '../../../../ui/page.ts'

/** How a promise stands: in words, and whether it is late or soon to be. */
export interface Due {
  text: string
  tone: 'plain' | 'warn' | 'bad'
}

const HOUR = 3_600_000
const DAY = 86_400_000

/** The promise of something that is still to be done, as short as a row needs it; null when nothing is promised or it is done. */
export function dueOf({ t, format, now }: PageCall, item: { promisedAt: string | null; state: string }): Due | null {
  if (item.promisedAt === null || item.state === 'solved' || item.state === 'closed') return null
  const left = new Date(item.promisedAt).getTime() - now.getTime()
  if (left < 0) return { text: t('requests.desk.overdueFor', { ago: format.ago(item.promisedAt, now) }), tone: 'bad' }
  if (left < HOUR) return { text: t('requests.desk.dueIn', { minutes: Math.ceil(left / 60_000) }), tone: 'warn' }
  const isToday = format.dayShort(now) === format.dayShort(item.promisedAt)
  if (isToday)
    return {
      text: t('requests.desk.dueToday', { time: format.time(item.promisedAt) }),
      tone: left < 4 * HOUR ? 'warn' : 'plain',
    }
  const day = left < 6 * DAY ? format.weekday(item.promisedAt) : format.dayShort(item.promisedAt)
  return { text: `${day}, ${format.time(item.promisedAt)}`, tone: 'plain' }
}

/** A moment as short as a timeline needs it: the time today, the weekday within a week, the day otherwise. */
export function shortMoment({ t, format, now }: PageCall, at: string): string {
  const time = format.time(at)
  if (format.dayShort(at) === format.dayShort(now)) return t('requests.desk.dueToday', { time })
  const age = Math.abs(now.getTime() - new Date(at).getTime())
  return `${age < 6 * DAY ? format.weekday(at) : format.dayShort(at)}, ${time}`
}
